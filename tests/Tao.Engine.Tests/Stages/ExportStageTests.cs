using System.Globalization;
using Microsoft.ML.OnnxRuntime;
using Tao.Data.Classification;
using Tao.Engine.Artifacts;
using Tao.Engine.Datasets;
using Tao.Engine.Evaluation;
using Tao.Engine.Export;
using Tao.Engine.Stages;
using Tao.Engine.Training;
using Tao.Graph;
using Tao.Imaging.Preparation;
using Tao.Onnx;
using Tao.Runtime;
using Tao.Specs;
using static TorchSharp.torch;

namespace Tao.Engine.Tests.Stages;

/// <summary>What an export's settings change, and that a file which computes something else is not let through.</summary>
[Collection(BuiltProject.Collection)]
public sealed class ExportStageTests(BuiltProject built)
{
    [Theory]
    [InlineData("caffe", 3)]
    [InlineData("tf", 3)]
    [InlineData("torch", 3)]
    [InlineData("caffe", 1)]
    [InlineData("torch", 1)]
    public void A_file_with_its_normalisation_inside_takes_raw_pixels(string mode, int channels)
    {
        using var project = TinyProject.Create(TinyProject.Spec
            .Replace("squeezenet\"", "resnet\" n_layers: 10 #", StringComparison.Ordinal)
            .Replace("\"tf\"", $"\"{mode}\"", StringComparison.Ordinal)
            .Replace("3,32,32", $"{channels},32,32", StringComparison.Ordinal)
            .Replace("n_epochs: 2", "n_epochs: 1", StringComparison.Ordinal));
        project.Run(StageKind.ConvertDataset);
        project.Run(StageKind.Train);
        MakeUnsure(project);
        var request = project.Request(StageKind.Export).With("model", "obj/tao/Train/model.tlt");

        var plain = TinyProject.Run(request);
        var folded = TinyProject.Run(request.WithOption("fold_normalization", "true") with { OutputDirectory = "obj/tao/Folded" });

        Assert.InRange(plain.Result.Metrics["largest_difference"], 0, OnnxParity.Tolerance);
        Assert.InRange(folded.Result.Metrics["largest_difference"], 0, OnnxParity.Tolerance);
        AssertRawPixelsGiveTheModelsAnswer(project);
    }

    [Theory]
    [InlineData("1")]
    [InlineData("5")]
    [InlineData("32")]
    public void A_fixed_batch_size_is_written_and_checked(string size)
    {
        using var project = built.Project.Copy();
        var request = project.Request(StageKind.Export).WithOption("static_batch_size", size) with { OutputDirectory = "obj/tao/Fixed" };
        var result = TinyProject.Run(request).Result;
        Assert.InRange(result.Metrics["largest_difference"], 0, OnnxParity.Tolerance);
        using var session = new InferenceSession(project["obj/tao/Fixed/model.onnx"]);
        Assert.Equal(int.Parse(size, CultureInfo.InvariantCulture), session.InputMetadata.Values.Single().Dimensions[0]);

        // Six images are fewer than some of these batches and more than others.
        var artifact = ModelArtifact.Read(project["obj/tao/Retrain/model.tlt"]);
        using var free = new OnnxImageModel(project["obj/tao/Export/model.onnx"]);
        using var fixedSize = new OnnxImageModel(project["obj/tao/Fixed/model.onnx"]);
        foreach (var batch in TestBatches(project, artifact, batchSize: 6))
        {
            float[] expected = free.Run(batch).Single(), actual = fixedSize.Run(batch).Single();
            Assert.Equal(12, actual.Length);
            Assert.All(expected.Zip(actual), pair => Assert.Equal(pair.First, pair.Second, 1e-6f));
            batch.Dispose();
        }
    }

    [Fact]
    public void Calibration_of_a_fixed_batch_size_is_evaluated_too()
    {
        using var project = built.Project.Copy();
        TinyProject.Run(project.Request(StageKind.Int8Calibrate).WithOption("static_batch_size", "4"));
        var evaluated = project.Run(StageKind.EvaluateInt8);
        Assert.False(evaluated.UpToDate);
        Assert.Equal(built.Runs[StageKind.EvaluateInt8].Result.Metrics["accuracy"], evaluated.Result.Metrics["accuracy"]);
    }

    [Fact]
    public void DeepStreams_configuration_is_written_on_request()
    {
        using var project = built.Project.Copy();
        var result = TinyProject.Run(project.Request(StageKind.Export).WithOption("gen_ds_config", "true")).Result;
        Assert.Contains(result.Artifacts, artifact => artifact.Path == DeepStreamConfig.FileName);
        Assert.Contains("num-detected-classes=2\n", File.ReadAllText(project["obj/tao/Export/nvinfer_config.txt"]));
    }

    [Fact]
    public void A_file_that_computes_something_else_is_refused()
    {
        using var project = built.Project.Copy();
        var artifact = ModelArtifact.Read(project["obj/tao/Retrain/model.tlt"]);
        var bias = artifact.Model.Weights["predictions.bias"];
        float[] values = bias.Data.ToArray();
        values[0] += 0.01f;
        var other = artifact.Model with { Weights = artifact.Model.Weights.With("predictions.bias", new WeightTensor(bias.Shape, values)) };
        string path = project["other.onnx"];
        OnnxExporter.Export(other, new OnnxExportOptions()).Save(path);

        var error = Assert.Throws<TaoException>(() => OnnxParity.Check(path, artifact.Model, TestBatches(project, artifact, batchSize: 4), inputs => inputs));

        Assert.Equal(EngineCodes.ExportDiffers, Assert.Single(error.Diagnostics).Code);
    }

    private static IEnumerable<Data.Loading.ImageBatch> TestBatches(TinyProject project, ModelArtifact artifact, int batchSize)
    {
        var images = ProjectDataset.Load(project["obj/tao/ConvertDataset/dataset.json"], project.Directory).Find(SplitRole.Test)!;
        return ModelInput.Loader(images, ModelInput.Preprocessing(artifact, ""), batchSize, 1).ReadEpoch(0, 0, TestContext.Current.CancellationToken);
    }

    /// <summary>Pixels as they come from a decoder: RGB or gray, 0 to 255.</summary>
    private static void AssertRawPixelsGiveTheModelsAnswer(TinyProject project)
    {
        var artifact = ModelArtifact.Read(project["obj/tao/Train/model.tlt"]);
        var preprocessing = ModelInput.Preprocessing(artifact, "");
        var transform = preprocessing.Transform;
        int channels = preprocessing.Channels, plane = preprocessing.Height * preprocessing.Width;
        var raw = Enumerable.Range(0, channels * plane).Select(i => (float)(i * 37 % 256)).ToArray();
        var prepared = new float[raw.Length];
        for (int channel = 0; channel < channels; channel++)
        {
            int source = transform.Order == ChannelOrder.Bgr ? 2 - channel : channel;
            for (int i = 0; i < plane; i++)
                prepared[(channel * plane) + i] = (raw[(source * plane) + i] * transform.Scale[channel]) + transform.Offset[channel];
        }
        long[] shape = [1, channels, preprocessing.Height, preprocessing.Width];
        using var module = new GraphModule(artifact.Model, CPU);
        using var noGrad = no_grad();
        float[] expected = BatchTensors.Download(module.Run(tensor(prepared, shape), module.Graph.Outputs[0], ForwardMode.Inference));
        using var file = new OnnxImageModel(project["obj/tao/Folded/model.onnx"]);
        float[] actual = file.Run(raw, shape).Single();
        Assert.All(expected.Zip(actual), pair => Assert.Equal(pair.First, pair.Second, 1e-4f));
        // The model must tell prepared pixels from raw ones, or this would prove nothing.
        float difference = file.Run(prepared, shape).Single().Zip(expected, (left, right) => Math.Abs(left - right)).Max();
        Assert.True(difference > 1e-3f, $"Prepared pixels change the answer by {difference} only: {string.Join(", ", expected)}.");
    }

    /// <summary>Divides the head by its largest score of the test images: the softmax of a model that is sure hides what the pixels change.</summary>
    private static void MakeUnsure(TinyProject project)
    {
        string path = project["obj/tao/Train/model.tlt"];
        var artifact = ModelArtifact.Read(path);
        float largest = 0;
        using (var module = new GraphModule(artifact.Model, CPU))
        using (no_grad())
        {
            foreach (var batch in TestBatches(project, artifact, batchSize: 6))
            {
                using (batch)
                    largest = Math.Max(largest, BatchTensors.Download(module.Run(BatchTensors.Upload(batch, CPU), "predictions_logits", ForwardMode.Inference)).Max(Math.Abs));
            }
        }
        var weights = artifact.Model.Weights;
        foreach (string name in (string[])["predictions.weight", "predictions.bias"])
            weights = weights.With(name, new WeightTensor(weights[name].Shape, weights[name].Data.ToArray().Select(value => value / largest).ToArray()));
        (artifact with { Model = artifact.Model with { Weights = weights } }).Write(path);
    }
}
