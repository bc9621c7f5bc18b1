using System.Collections.Immutable;
using Tao.Graph;
using Tao.Graph.Ops;

namespace Tao.Testing.Ops;

/// <summary>
/// The op contract's table: an op of <see cref="OpCatalog"/> is not done before it has a row here. The contract tests of the
/// runtime and of the ONNX export run over every case; what does not hold for an op stands with it, with the reason.
/// </summary>
public static class OpTable
{
    private const string Staircase = "Rounding is a staircase, whose slope is 0 or infinite; the straight-through gradient has its own test.";

    private static readonly TensorShape _image = new(4, 6, 5);
    private static readonly TensorShape _vector = new(6);
    private static readonly Padding _uneven = new(0, 1, 2, 1);

    public static ImmutableArray<OpCase> All { get; } = [.. Kernels(), .. Pools(), .. Activations(), .. Joins(), .. Others()];

    private static ImmutableArray<OpCase> Kernels() =>
    [
        new(new Conv2d(5, 3, 2, 1, Padding.Same(3)), _image),
        new(new Conv2d(5, 3, 3, 2, _uneven, Bias: false), _image),
        new(new Conv2d(5, 3, 3, 1, Padding.Same(5), Dilation: 2), _image),
        new(new Conv2d(5, 1, 1, Bias: false) { QuantizedKernel = true }, _image) { NoNumericGradient = Staircase },
        new(new DepthwiseConv2d(3, 3, 1, Padding.Same(3), Bias: true), _image),
        new(new DepthwiseConv2d(3, 2, 2, _uneven), _image),
        new(new DepthwiseConv2d(3, 3) { QuantizedKernel = true }, _image) { NoNumericGradient = Staircase },
        new(new ConvTranspose2d(5, 2, 2), _image),
        new(new ConvTranspose2d(5, 3, 2), _image),
        new(new Linear(3), _vector),
        new(new Linear(3, Bias: false), _vector),
        new(new Linear(3) { QuantizedKernel = true }, _vector) { NoNumericGradient = Staircase },
    ];

    private static ImmutableArray<OpCase> Pools() =>
    [
        new(new MaxPool2d(2, 2), _image),
        new(new MaxPool2d(3, 2, Padding.All(1)), _image),
        new(new MaxPool2d(3, 2, _uneven), _image),
        new(new MaxPool2d(3, 2, CeilMode: true), _image),
        new(new MaxPool2d(3, 2, Padding.All(1), CeilMode: true), _image),
        // The last window would start in the padding below and right of the image.
        new(new MaxPool2d(2, 2, new Padding(0, 0, 1, 1), CeilMode: true), new TensorShape(4, 6, 4)),
        new(new AveragePool2d(2, 2), _image),
        new(new AveragePool2d(3, 2, Padding.All(1)), _image),
        new(new AveragePool2d(3, 2, Padding.All(1), CountIncludePad: false), _image),
        new(new AveragePool2d(3, 2, _uneven), _image),
        new(new AveragePool2d(3, 2, _uneven, CountIncludePad: false), _image),
        new(new GlobalAveragePool(), _image),
    ];

    private static ImmutableArray<OpCase> Activations() =>
    [
        new(new Relu(), _image),
        new(new Relu6(), _image) { Amplitude = 9 },
        new(new LeakyRelu(0.1), _image),
        new(new Sigmoid(), _image),
        new(new Silu(), _image),
        new(new Mish(), _image),
        new(new Tanh(), _image),
        new(new Tanh(), _vector),
        new(new Dropout(0.4), _image),
        new(new StochasticDepth(0.3), _image),
    ];

    private static ImmutableArray<OpCase> Joins() =>
    [
        new(new Add(), _image, _image),
        new(new Add(), _vector, _vector),
        new(new Add(), new TensorShape(4, 1, 1), _image),
        new(new Multiply(), _image, _image),
        new(new Multiply(), _image, new TensorShape(4, 1, 1)),
        new(new Multiply(), _image, new TensorShape(1, 6, 5)),
        new(new Concat(), _image),
        new(new Concat(), _image, new TensorShape(2, 6, 5), _image),
        new(new Concat(), _vector, new TensorShape(4)),
        new(new Concat(), new TensorShape(6, 2), new TensorShape(3, 2)) { KeepsAllChannels = "A detector's rows, whose channels stay." },
    ];

    private static ImmutableArray<OpCase> Others() =>
    [
        new(new BatchNorm(1e-3, 0.9), _image),
        new(new BatchNorm(1e-3, 0.9), _vector),
        new(new BatchNorm(1e-3, 0.9, Frozen: true), _image),
        new(new Softmax(), _image) { KeepsAllChannels = "Every output depends on all channels." },
        new(new Softmax(), _vector) { KeepsAllChannels = "Every output depends on all channels." },
        new(new Softmax(Axis: 3), _image) { KeepsAllChannels = "Pruning asks the op, and most softmaxes run over the channels." },
        new(new ChannelSlice(1, 2), _image) { KeepsAllChannels = "What it cuts out is told by position." },
        new(new Flatten(), _image),
        new(new AnchorRows(2), _image) { KeepsAllChannels = "Which channel means what is told by position." },
        new(new UpsampleNearest(2), _image),
        new(new UpsampleNearest(2) { CutRows = 1, CutColumns = 1 }, _image),
        new(new ZeroPad2d(new Padding(1, 0, 2, 3)), _image),
        new(new Scale([1, 2, -3, 0.5f], [0, -1, 0.5f, 7]), _image) { KeepsAllChannels = "Its numbers are attributes for the input's channels, which stay." },
        new(new FakeQuant(), _image) { NoNumericGradient = Staircase },
        new(new FakeQuant(PerChannel: true), _image) { NoNumericGradient = Staircase },
        new(new FakeQuant(PerChannel: true, Axis: 2), _image) { NoNumericGradient = Staircase },
    ];
}
