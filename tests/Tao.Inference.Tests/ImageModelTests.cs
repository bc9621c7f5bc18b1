using System.Collections.Immutable;
using Tao.Imaging.Preparation;
using Tao.Testing;

namespace Tao.Inference.Tests;

/// <summary>What is checked before a model is loaded; Tao.Engine.Tests ask trained ones.</summary>
public sealed class ImageModelTests
{
    private enum Label
    {
        Yes,
        No,
    }

    private static readonly ModelDescription _description = new()
    {
        File = "model.onnx",
        Sha256 = new string('0', 64),
        Labels = [["yes", "no"]],
        Input = new ImagePreparation { Width = 2, Height = 2, Transform = new ChannelTransform(ChannelOrder.Rgb, [1, 1, 1], [0, 0, 0]) },
    };

    [Fact]
    public void A_missing_file_is_said_with_its_place()
    {
        var error = Assert.Throws<ModelFileException>(() => new Answerer(new ModelOptions { Path = "nowhere/model.onnx" }));

        Assert.Contains("'nowhere/model.onnx' does not exist", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_of_another_hash_is_refused()
    {
        using var folder = new TemporaryFolder();
        folder.Write("model.onnx", "another");

        var error = Assert.Throws<ModelFileException>(() => new Answerer(new ModelOptions { Path = Path.Combine(folder.Path, "model.onnx") }));

        Assert.Contains("is not the one that Answerer was made for", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Scores_are_found_by_label()
    {
        var answer = new Classification<Label>(Label.No, "no", 0.75f, ImmutableArray.Create(0.25f, 0.75f));

        Assert.Equal((0.25f, 0.75f), (answer.ScoreOf(Label.Yes), answer.ScoreOf(Label.No)));
    }

    private sealed class Answerer(ModelOptions options) : ClassificationModel<Label>(_description, options);
}
