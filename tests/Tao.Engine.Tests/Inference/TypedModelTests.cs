using System.Globalization;
using System.Text.Json;
using Tao.Engine.Export;
using Tao.Engine.Stages;
using Tao.Engine.Tests.Stages;
using Tao.Imaging.Preparation;
using Tao.Inference;

namespace Tao.Engine.Tests.Inference;

/// <summary>A program's answers from model.onnx and model.json are those of the engine's inference on the trained model.</summary>
[Collection(BuiltProject.Collection)]
public sealed class TypedModelTests(BuiltProject built, DetectionProject detection) : IClassFixture<DetectionProject>
{
    private enum Shape
    {
        Class0,
        Class1,
    }

    private enum Block
    {
        Green,
        Red,
    }

    [Fact]
    public void A_classifier_says_what_inference_says()
    {
        using var model = new ShapeModel(Describe(built.Project), Options(built.Project));
        var expected = File.ReadAllLines(built.Project["obj/tao/Inference/result.csv"]).Select(line => line.Split(',')).ToArray();
        Assert.Equal(6, expected.Length);

        foreach (string[] row in expected)
        {
            var answer = model.Predict(built.Project[Path.Combine("data/test", Path.GetRelativePath("data/test", row[0]))]);

            Assert.Equal(row[1], answer.Name);
            Assert.Equal(float.Parse(row[2], CultureInfo.InvariantCulture), answer.Score, 1e-3f);
            Assert.Equal(answer.Score, answer.ScoreOf(answer.Label));
            Assert.Equal(1, answer.Scores.Sum(), 1e-4f);
        }
    }

    [Fact]
    public void A_detector_finds_what_inference_finds()
    {
        using var model = new BlockModel(Describe(detection.Project), Options(detection.Project) with { ScoreThreshold = 0.3f });
        string[] images = Directory.GetFiles(detection.Project["scenes/val/image_2"]);
        int boxes = 0;

        foreach (string image in images)
        {
            var found = model.Predict(image);
            using var stream = File.OpenRead(image);
            Assert.Equal(found, model.Predict(stream));
            boxes += found.Length;
            Assert.All(found, item => Assert.Equal(item.Label.ToString(), item.Name, ignoreCase: true));
            Assert.All(found, item => Assert.True(item.Score >= 0.3f));
        }
        Assert.True(boxes >= images.Length);

        using var json = JsonDocument.Parse(File.ReadAllText(detection.Project["obj/tao/Inference/detections.json"]));
        var first = json.RootElement.EnumerateArray().First(entry => entry.GetProperty("objects").GetArrayLength() > 0);
        var told = first.GetProperty("objects").EnumerateArray().Select(item => item.GetProperty("score").GetDouble()).Where(score => score >= 0.3).OrderDescending().ToArray();
        var answer = model.Predict(detection.Project[first.GetProperty("image").GetString()!]);
        Assert.Equal(told.Length, answer.Length);
        foreach (var (expected, actual) in told.Zip(answer.Select(item => item.Score).OrderDescending()))
            Assert.Equal(expected, actual, 1e-3);
    }

    [Fact]
    public void Another_file_than_the_model_s_is_refused()
    {
        using var project = built.Project.Copy();
        var description = Describe(project);
        project.Write("obj/tao/Export/model.onnx", [.. project.Bytes("obj/tao/Export/model.onnx"), 0]);

        Assert.Throws<ModelFileException>(() => new ShapeModel(description, Options(project)));
        Assert.Throws<ModelFileException>(() => new ShapeModel(description, new ModelOptions { Path = "none.onnx" }));
    }

    private static ModelOptions Options(TinyProject project) => new() { Path = project["obj/tao/Export/model.onnx"] };

    private static ModelDescription Describe(TinyProject project)
    {
        var facts = JsonSerializer.Deserialize<ModelFacts>(File.ReadAllText(project["obj/tao/Export/model.json"]), EngineJson.Options)!;
        var input = facts.Input;
        return new ModelDescription
        {
            File = facts.File,
            Sha256 = facts.Sha256,
            Labels = [.. facts.LabelSets.Select(set => set.Classes)],
            Input = new ImagePreparation
            {
                Width = input.Width,
                Height = input.Height,
                Transform = new ChannelTransform(input.Order, input.Scale, input.Offset),
                Interpolation = input.Interpolation,
                CenterCrop = input.CenterCrop,
            },
        };
    }

    private sealed class ShapeModel(ModelDescription description, ModelOptions options) : ClassificationModel<Shape>(description, options);

    private sealed class BlockModel(ModelDescription description, ModelOptions options) : DetectionModel<Block>(description, 0.5f, options);
}
