using System.Collections.Immutable;
using Tao.Graph.Ops;

namespace Tao.Graph;

/// <summary>Every op by its one name. A plain list: an op that is not here cannot be saved, run or exported.</summary>
public static class OpCatalog
{
    public static ImmutableArray<Type> All { get; } =
    [
        typeof(Conv2d),
        typeof(DepthwiseConv2d),
        typeof(Linear),
        typeof(BatchNorm),
        typeof(Relu),
        typeof(Relu6),
        typeof(LeakyRelu),
        typeof(Sigmoid),
        typeof(Silu),
        typeof(Mish),
        typeof(Tanh),
        typeof(Softmax),
        typeof(Dropout),
        typeof(StochasticDepth),
        typeof(MaxPool2d),
        typeof(AveragePool2d),
        typeof(GlobalAveragePool),
        typeof(Add),
        typeof(Multiply),
        typeof(Concat),
        typeof(ChannelSlice),
        typeof(Flatten),
        typeof(AnchorRows),
        typeof(ConvTranspose2d),
        typeof(UpsampleNearest),
        typeof(ZeroPad2d),
        typeof(Scale),
        typeof(FakeQuant),
    ];

    // ToDictionary throws when a name stands in the list twice.
    private static readonly Dictionary<string, Type> _byName = All.ToDictionary(type => type.Name, StringComparer.Ordinal);

    public static Type? Find(string name) => _byName.GetValueOrDefault(name);
}
