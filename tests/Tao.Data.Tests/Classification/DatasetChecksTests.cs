using System.Collections.Immutable;
using Tao.Data.Classification;
using Tao.Specs;

namespace Tao.Data.Tests.Classification;

public sealed class DatasetChecksTests
{
    private readonly DiagnosticBag _bag = new();

    [Fact]
    public void Equal_classes_pass()
    {
        DatasetChecks.SameClasses(Dataset("/t", "a", "b"), Dataset("/v", "a", "b"), _bag);
        Assert.Empty(_bag.Items);
    }

    [Theory]
    [InlineData("a", "lacks 'b'")]
    [InlineData("a b c", "adds 'c'")]
    [InlineData("a c", "lacks 'b' and adds 'c'")]
    [InlineData("b a", "another order")]
    public void Other_classes_are_an_error_that_names_them(string classes, string text)
    {
        DatasetChecks.SameClasses(Dataset("/t", "a", "b"), Dataset("/v", classes.Split(' ')), _bag);
        var item = Assert.Single(_bag.Items);
        Assert.Equal((DataCodes.SplitClassMismatch, DiagnosticSeverity.Error, "/v"), (item.Code, item.Severity, item.Location!.File));
        Assert.Contains(text, item.Message);
    }

    [Fact]
    public void An_image_in_both_splits_is_a_warning()
    {
        var train = Dataset("/t", "a", "b") with { Samples = [new("a/1.png", [0], "h1", 1, 1), new("a/2.png", [0], "h1", 1, 1)] };
        DatasetChecks.NoOverlap(train, Dataset("/v", "a", "b") with { Samples = [new("a/9.png", [0], "h1", 1, 1), new("b/8.png", [1], "h2", 1, 1)] }, _bag);
        var item = Assert.Single(_bag.Items);
        Assert.Equal((DataCodes.SplitOverlap, DiagnosticSeverity.Warning), (item.Code, item.Severity));
        Assert.Contains("a/1.png", item.Message);
    }

    [Fact]
    public void Validating_on_the_training_folder_is_one_warning()
    {
        var train = Dataset("/t", "a", "b") with { Samples = [new("a/1.png", [0], "h1", 1, 1), new("a/2.png", [0], "h2", 1, 1)] };
        DatasetChecks.NoOverlap(train, train, _bag);
        Assert.Single(_bag.Items);
    }

    private static ImageDataset Dataset(string root, params string[] classes) => new(root, LabelSet.Single([.. classes]), ImmutableArray<ImageSample>.Empty);
}
