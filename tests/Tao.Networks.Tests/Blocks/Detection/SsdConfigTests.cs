using Tao.Networks.Blocks.Detection;
using Tao.Objectives.Detection;
using Tao.Specs;

namespace Tao.Networks.Tests.Blocks.Detection;

public sealed class SsdConfigTests
{
    /// <summary>As the tutorial's specs have it.</summary>
    private const string Valid = """
        aspect_ratios_global: "[1.0, 2.0, 0.5, 3.0, 1.0/3.0]"
        scales: "[0.05, 0.1, 0.25, 0.4, 0.55, 0.7, 0.85]"
        two_boxes_for_ar1: true
        clip_boxes: false
        variances: "[0.1, 0.1, 0.2, 0.2]"
        arch: "resnet"
        nlayers: 18
        freeze_bn: false
        """;

    [Fact]
    public void A_spec_in_TAOs_own_style_means_what_it_says()
    {
        var config = Bind(Valid, out var bag);

        Assert.Empty(bag.Items);
        Assert.Equal((1f, 3f, 0.5f, 0.5f), (config.Alpha, config.NegPosRatio, config.PosIouThresh, config.NegIouThresh));
        Assert.Equal(new BoxCoder(0.1f, 0.1f, 0.2f, 0.2f), SsdAnchors.Coder(config.Anchors));
        var shapes = SsdAnchors.Shapes(config.Anchors);
        Assert.Equal(6, shapes.Length);
        Assert.All(shapes, map => Assert.Equal(6, map.Length));
        // The second square of the last map is between 0.7 and the seventh size.
        Assert.Equal(Math.Sqrt(0.7 * 0.85), shapes[5][1].Width, 1e-12);
        Assert.Equal(0.7 / Math.Sqrt(3), shapes[5][5].Width, 1e-12);
    }

    [Fact]
    public void Sizes_in_equal_steps_and_ratios_for_each_map()
    {
        var config = Bind(
            """
            aspect_ratios: "[[1.0], [1.0, 2.0], [1.0], [1.0], [1.0], [0.5]]" min_scale: 0.1 max_scale: 0.7 variances: "[0.1, 0.1, 0.2, 0.2]"
            steps: "[8, 16, (32, 30), 64, 100, 300]" offsets: "[0.5, 0.5, 0.5, 0.5, 0.5, 0.25]" arch: "mobilenet_v2" clip_boxes: true
            """, out var bag);

        Assert.Empty(bag.Items);
        var shapes = SsdAnchors.Shapes(config.Anchors);
        Assert.Equal([1, 2, 1, 1, 1, 1], shapes.Select(map => map.Length));
        Assert.Equal([0.1, 0.2, 0.3, 0.4, 0.5], shapes.Take(5).Select(map => Math.Round(map[0].Width, 6)));
        var grid = SsdAnchors.Grid(config.Anchors, [(1, 1), (1, 1), (1, 1), (1, 1), (1, 1), (1, 1)], 300, 300);
        // Centres: (4, 4), twice (8, 8), (15, 16), (32, 32), (50, 50), (75, 75); the anchors before the edge are cut.
        Assert.Equal(7, grid.Boxes.Length);
        Assert.Equal((0f, 0f), (grid.Boxes[0].X1, grid.Boxes[0].Y1));
        Assert.Equal((15 + 45) / 300f, grid.Boxes[3].X2, 1e-5f);
        Assert.Equal((16 + 45) / 300f, grid.Boxes[3].Y2, 1e-5f);
    }

    [Theory]
    [InlineData("nlayers: 18", "nlayers: 20", "resnet has no version with 20 layers")]
    [InlineData("nlayers: 18", "pred_num_channels: 100", "'pred_num_channels' is 100")]
    [InlineData("nlayers: 18", "pos_iou_thresh: 0.4 neg_iou_thresh: 0.6", "'neg_iou_thresh' is 0.6, more than")]
    [InlineData("0.55, 0.7, 0.85]\"", "0.55, 0.7]\"", "which are not 7 positive numbers")]
    [InlineData("1.0/3.0]\"", "1.0/3.0\"", "'aspect_ratios_global' is")]
    [InlineData("1.0/3.0]\"", "-1.0]\"", "'aspect_ratios_global' is")]
    [InlineData("variances: \"[0.1, 0.1, 0.2, 0.2]\"", "variances: \"[0.1, 0.1, 0.2]\"", "which are not 4 positive numbers")]
    [InlineData("clip_boxes: false", "steps: \"[8, 16]\"", "'steps' is \"[8, 16]\"")]
    [InlineData("clip_boxes: false", "offsets: \"[0.5, 0.5, 0.5, 0.5, 0.5, 1.5]\"", "which are not 6 numbers between 0 and 1")]
    [InlineData("clip_boxes: false", "aspect_ratios: \"[[1.0]]\"", "which are not 6 lists")]
    [InlineData("scales: \"[0.05, 0.1, 0.25, 0.4, 0.55, 0.7, 0.85]\"", "min_scale: 0.5", "gives no sizes of anchors")]
    [InlineData("aspect_ratios_global: \"[1.0, 2.0, 0.5, 3.0, 1.0/3.0]\"", "", "gives no aspect ratios")]
    [InlineData("arch: \"resnet\"", "arch: \"alexnet\"", "alexnet")]
    public void A_mistake_is_an_error_with_a_place_and_a_remedy(string from, string to, string message)
    {
        Bind(Valid.Replace(from, to, StringComparison.Ordinal), out var bag);

        var error = Assert.Single(bag.Items);
        Assert.Equal(DiagnosticSeverity.Error, error.Severity);
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
        Assert.NotNull(error.Remedy);
        Assert.NotNull(error.Location);
    }

    [Fact]
    public void Every_field_of_the_sheet_is_there() =>
        Assert.Equal(
            Enumerable.Range(1, 20),
            typeof(SsdConfig).GetProperties().SelectMany(property => property.GetCustomAttributes(typeof(SpecFieldAttribute), false)).Cast<SpecFieldAttribute>().Select(field => field.Number).Order());

    private static SsdConfig Bind(string text, out DiagnosticBag bag)
    {
        bag = new DiagnosticBag();
        return SpecBinder.Bind<SsdConfig>(SpecReader.Parse(text, "ssd.txt", SpecFormat.ProtobufText, bag), bag, SpecStages.Train).Value;
    }
}
