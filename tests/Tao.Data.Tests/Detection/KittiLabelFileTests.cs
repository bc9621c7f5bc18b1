using Tao.Data.Classification;
using Tao.Data.Detection;
using Tao.Specs;

namespace Tao.Data.Tests.Detection;

public sealed class KittiLabelFileTests
{
    private readonly DiagnosticBag _bag = new();

    [Fact]
    public void All_columns_are_read()
    {
        var car = Parse("Car 0.25 2 -1.58 587.01 173.33 614.12 200.12 1.65 1.67 3.64 -0.65 1.71 46.70 -1.59\r\n").Single();

        Assert.Equal(("Car", 0.25f, 2, 1), (car.ClassName, car.Truncation, car.Occlusion, car.Line));
        Assert.Equal(new BoundingBox(587.01f, 173.33f, 614.12f, 200.12f), car.Box);
        Assert.Equal(new WorldPose(-1.58f, 1.65f, 1.67f, 3.64f, -0.65f, 1.71f, 46.70f, -1.59f), car.World);
        Assert.True(car.Difficult);
        Assert.Empty(_bag.Items);
    }

    [Fact]
    public void Blank_lines_a_mark_at_the_start_and_a_score_do_no_harm()
    {
        var objects = Parse("\uFEFF\n" + Line("a") + " 0.75\n\n" + Line("b") + "\n   \n");

        Assert.Equal([("a", 2), ("b", 4)], objects.Select(labeled => (labeled.ClassName, labeled.Line)));
        Assert.Empty(_bag.Items);
    }

    [Fact]
    public void An_empty_file_has_no_objects() => Assert.Empty(Parse(""));

    [Theory]
    [InlineData("Car 0 0 0 1 2 3 4", DataCodes.LabelLine, "has 8 columns")]
    [InlineData("Car 0 0 0 1 2 x 4 0 0 0 0 0 0 0", DataCodes.LabelLine, "Column 7 is no number: 'x'")]
    [InlineData("Car 0 0 0 1 2 NaN 4 0 0 0 0 0 0 0", DataCodes.LabelLine, "Column 7 is no number: 'NaN'")]
    [InlineData("Car 0 0 0 1,5 2 3 4 0 0 0 0 0 0 0", DataCodes.LabelLine, "Column 5 is no number: '1,5'")]
    [InlineData("Car 0 0 0 30 2 10 4 0 0 0 0 0 0 0", DataCodes.BoxWithoutArea, "(30, 2, 10, 4) is -20 wide and 2 high")]
    [InlineData("Car 0 0 0 10 4 30 4 0 0 0 0 0 0 0", DataCodes.BoxWithoutArea, "20 wide and 0 high")]
    public void A_line_that_cannot_be_used_is_reported_and_the_others_stay(string line, string code, string message)
    {
        var objects = Parse($"{Line("a")}\n{line}\n{Line("b")}");

        Assert.Equal(["a", "b"], objects.Select(labeled => labeled.ClassName));
        var problem = Assert.Single(_bag.Items);
        Assert.Equal((code, DiagnosticSeverity.Warning, 2), (problem.Code, problem.Severity, problem.Location!.Line));
        Assert.Contains(message, problem.Message, StringComparison.Ordinal);
        Assert.NotNull(problem.Remedy);
    }

    [Fact]
    public void What_is_written_is_read_again()
    {
        var cat = new LabeledObject("black cat", new BoundingBox(1.5f, 2, 30.25f, 40), 1) { Truncation = 0.5f, Occlusion = 1, World = new(1, 2, 3, 4, 5, 6, 7, 8) };

        Assert.Equal("black_cat 0.50 1 1.00 1.50 2.00 30.25 40.00 2.00 3.00 4.00 5.00 6.00 7.00 8.00 0.8750", KittiLabelFile.Format(cat, 0.875f));
        Assert.Equal(cat with { ClassName = "black_cat" }, Parse(KittiLabelFile.Format(cat)).Single());
    }

    private static string Line(string name) => $"{name} 0 0 0 1 2 3 4 0 0 0 0 0 0 0";

    private System.Collections.Immutable.ImmutableArray<LabeledObject> Parse(string text) =>
        KittiLabelFile.Parse(text, "labels.txt", new ScanReport(_bag, FaultPolicy.Skip));
}
