using System.Collections.Immutable;
using Tao.Graph;

namespace Tao.Onnx.Lowerings;

/// <summary>The lowering of every op. A plain list: an op that is not here cannot be exported.</summary>
internal static class LoweringCatalog
{
    internal static ImmutableArray<Lowering> All { get; } =
    [
        new Conv2d(),
        new DepthwiseConv2d(),
        new Linear(),
        new BatchNorm(),
        new Relu(),
        new Relu6(),
        new LeakyRelu(),
        new Sigmoid(),
        new Silu(),
        new Mish(),
        new Tanh(),
        new Softmax(),
        new Dropout(),
        new StochasticDepth(),
        new MaxPool2d(),
        new AveragePool2d(),
        new GlobalAveragePool(),
        new Add(),
        new Multiply(),
        new Concat(),
        new ChannelSlice(),
        new Flatten(),
        new AnchorRows(),
        new ConvTranspose2d(),
        new UpsampleNearest(),
        new ZeroPad2d(),
        new Scale(),
        new FakeQuant(),
    ];

    // ToDictionary throws when an op stands in the list twice.
    private static readonly Dictionary<Type, Lowering> _byOp = All.ToDictionary(lowering => lowering.Op);

    internal static Lowering For(Node node) => _byOp.GetValueOrDefault(node.Op.GetType())
        ?? throw new OnnxException($"The op {node.Op.Name} of node '{node.Name}' has no ONNX lowering; add one to {nameof(LoweringCatalog)}.");
}
