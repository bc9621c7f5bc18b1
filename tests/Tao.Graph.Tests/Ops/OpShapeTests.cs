using Tao.Graph.Ops;

namespace Tao.Graph.Tests.Ops;

/// <summary>Shape rules against PyTorch's published formulas, by hand.</summary>
public sealed class OpShapeTests
{
    public static TheoryData<OpDefinition, string, string> Shapes => new()
    {
        { new Conv2d(64, 7, 7, 2, Padding.Same(7)), "3x224x224", "?x64x112x112" },
        { new Conv2d(96, 7, 7, 2), "3x224x224", "?x96x109x109" },
        { new Conv2d(8, 3, 3, 1, Padding.All(2), Dilation: 2), "3x10x12", "?x8x10x12" },
        { new Conv2d(8, 1, 5, 1, new Padding(0, 1, 0, 3)), "3x10x12", "?x8x10x12" },
        { new Conv2d(8, 3, 3, 2, Padding.Same(3)), "3x5x6", "?x8x3x3" },
        { new DepthwiseConv2d(3, 3, 2, Padding.Same(3)), "24x113x112", "?x24x57x56" },
        { new MaxPool2d(3, 2, Padding.Same(3)), "4x112x112", "?x4x56x56" },
        { new MaxPool2d(3, 2), "4x109x109", "?x4x54x54" },
        { new MaxPool2d(3, 2, CeilMode: true), "4x110x109", "?x4x55x54" },
        { new MaxPool2d(3, 2, CeilMode: true), "4x54x27", "?x4x27x13" },
        // The last window of the rounded-up size would start in the padding after the image: PyTorch drops it.
        { new MaxPool2d(2, 2, Padding.All(1), CeilMode: true), "4x4x5", "?x4x3x3" },
        { new AveragePool2d(7, 7), "4x7x15", "?x4x1x2" },
        { new GlobalAveragePool(), "4x7x15", "?x4x1x1" },
        { new Flatten(), "4x7x2", "?x56" },
        { new AnchorRows(2), "4x7x3", "?x42x2" },
        { new ConvTranspose2d(8, 2, 2), "4x7x3", "?x8x14x6" },
        { new ConvTranspose2d(8, 3, 2), "4x7x3", "?x8x15x7" },
        { new UpsampleNearest(2), "4x7x3", "?x4x14x6" },
        { new UpsampleNearest(2) { CutRows = 1 }, "4x7x3", "?x4x13x6" },
        { new ZeroPad2d(new Padding(1, 2, 3, 4)), "4x7x2", "?x4x11x8" },
        { new BatchNorm(1e-3, 0.99), "4x7x2", "?x4x7x2" },
        { new Scale([1, 2], [3, 4]), "2x5x5", "?x2x5x5" },
        { new Softmax(), "9", "?x9" },
        { new Linear(10), "9", "?x10" },
        { new FakeQuant(), "9", "?x9" },
        { new Dropout(0.5), "9", "?x9" },
        { new StochasticDepth(0.5), "4x7x2", "?x4x7x2" },
        { new ChannelSlice(1, 2), "4x7x2", "?x2x7x2" },
        { new ChannelSlice(0, 4), "4", "?x4" },
    };

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Shape_is_as_computed_by_hand(OpDefinition op, string input, string expected) =>
        Assert.Equal(expected, op.InferType([TypeOf(input)]).Shape.ToString());

    public static TheoryData<OpDefinition, string, string> Faults => new()
    {
        { new Conv2d(8, 7, 7), "3x6x9", "larger than the padded image" },
        { new Conv2d(0, 1, 1), "3x6x9", "at least one output" },
        { new Conv2d(8, 1, 1, Stride: 0), "3x6x9", "at least 1" },
        { new Conv2d(8, 1, 1), "9", "needs an image" },
        { new Linear(8), "3x6x9", "needs a vector" },
        { new Softmax(3), "9", "no axis 3" },
        { new Dropout(1), "9", "[0, 1)" },
        { new StochasticDepth(1), "4x7x2", "[0, 1)" },
        { new ChannelSlice(2, 3), "4x7x2", "channels 2 to 4" },
        { new BatchNorm(0, 0.9), "9", "epsilon" },
        { new AnchorRows(3), "4x7x2", "multiple of 3" },
        { new AnchorRows(1), "9", "needs an image" },
        { new ConvTranspose2d(0, 2, 2), "4x7x2", "at least one output" },
        { new ConvTranspose2d(4, 2, 0), "4x7x2", "at least 1" },
        { new UpsampleNearest(0), "4x7x2", "at least 1" },
        { new UpsampleNearest(2) { CutColumns = 2 }, "4x7x2", "less than 2 rows" },
        { new Scale([1], [0]), "2x5x5", "1 factors" },
        { new MaxPool2d(3, 2, CeilMode: true), "3x2x2", "larger than the padded image" },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public void What_does_not_fit_is_refused(OpDefinition op, string input, string expected) =>
        Assert.Contains(expected, Assert.Throws<GraphException>(() => op.InferType([TypeOf(input)])).Message);

    [Theory]
    [InlineData("4x7x5", "4x7x5", "?x4x7x5")]
    [InlineData("4x7x5", "4x1x1", "?x4x7x5")]
    [InlineData("1x7x5", "4x7x5", "?x4x7x5")]
    [InlineData("4", "4", "?x4")]
    public void Joins_stretch_axes_of_one(string left, string right, string expected)
    {
        Assert.Equal(expected, new Add().InferType([TypeOf(left), TypeOf(right)]).Shape.ToString());
        Assert.Equal(expected, new Multiply().InferType([TypeOf(right), TypeOf(left)]).Shape.ToString());
    }

    [Fact]
    public void Joins_of_different_shapes_are_refused()
    {
        Assert.Throws<GraphException>(() => new Add().InferType([TypeOf("4x7x5"), TypeOf("3x7x5")]));
        Assert.Throws<GraphException>(() => new Add().InferType([TypeOf("4x7x5"), TypeOf("4")]));
    }

    [Fact]
    public void Concat_adds_channels()
    {
        Assert.Equal("?x9x5x5", new Concat().InferType([TypeOf("4x5x5"), TypeOf("2x5x5"), TypeOf("3x5x5")]).Shape.ToString());
        Assert.Throws<GraphException>(() => new Concat().InferType([TypeOf("4x5x5"), TypeOf("4x5x4")]));
    }

    [Fact]
    public void Parameters_have_pytorchs_shapes()
    {
        Assert.Equal("weight 8x3x5x7, bias 8", Describe(new Conv2d(8, 5, 7, 1, Padding.All(3)), "3x9x9"));
        Assert.Equal("weight 8x3x5x7", Describe(new Conv2d(8, 5, 7, Bias: false), "3x9x9"));
        Assert.Equal("weight 3x1x5x7, bias 3", Describe(new DepthwiseConv2d(5, 7, 1, default, Bias: true), "3x9x9"));
        Assert.Equal("weight 8x9, bias 8", Describe(new Linear(8), "9"));
        Assert.Equal("weight 3, bias 3, running_mean 3, running_var 3", Describe(new BatchNorm(1e-3, 0.9), "3x9x9"));
        Assert.Equal("range 1", Describe(new FakeQuant(), "3x9x9"));
        Assert.Equal("range 3", Describe(new FakeQuant(PerChannel: true), "3x9x9"));
        Assert.Equal("", Describe(new Relu(), "3x9x9"));
    }

    [Fact]
    public void Scales_with_equal_numbers_are_equal()
    {
        Assert.Equal(new Scale([1, 2], [3, 4]), new Scale([1, 2], [3, 4]));
        Assert.NotEqual(new Scale([1, 2], [3, 4]), new Scale([1, 2], [3, 5]));
        Assert.Equal(new Scale([1, 2], [3, 4]).GetHashCode(), new Scale([1, 2], [3, 4]).GetHashCode());
    }

    private static string Describe(OpDefinition op, string input) =>
        string.Join(", ", op.Parameters([TypeOf(input)]).Select(spec => $"{spec.Name} {spec.Shape}"));

    private static TensorType TypeOf(string sizes) => TensorType.Float([TensorShape.Batch, .. sizes.Split('x').Select(long.Parse)]);
}
