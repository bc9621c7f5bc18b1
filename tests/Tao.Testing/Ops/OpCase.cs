using System.Collections.Immutable;
using Tao.Graph;

namespace Tao.Testing.Ops;

/// <summary>One instance of an op in the op contract.</summary>
/// <param name="Inputs">Shapes of its inputs for one sample, without the batch axis.</param>
public sealed record OpCase(OpDefinition Op, params ImmutableArray<TensorShape> Inputs)
{
    public const string NodeName = "y";

    /// <summary>Why the numeric gradient says nothing about this op; null when it is compared.</summary>
    public string? NoNumericGradient { get; init; }

    /// <summary>Why the layer before it keeps all its channels; null when half of them can go.</summary>
    public string? KeepsAllChannels { get; init; }

    /// <summary>Inputs reach from −this to this; wide enough that both sides of the op's kinks are seen.</summary>
    public float Amplitude { get; init; } = 2;

    public string Name => $"{Op} on {string.Join(" and ", Inputs)}";

    /// <summary>The op alone: inputs <c>x0</c>, <c>x1</c> …, one node <see cref="NodeName"/>, which is the output.</summary>
    public Model Model()
    {
        var builder = new GraphBuilder("op");
        var inputs = Inputs.Select((shape, i) => builder.Input($"x{i}", Batched(shape))).ToArray();
        var graph = builder.Build(builder.Add(NodeName, Op, inputs));
        return new Model(graph, Numbers.Weights(graph));
    }

    /// <summary>Inputs in a batch. No element is within a perturbation of another's value or of a kink at a whole number.</summary>
    public float[][] InputValues(int batch) =>
        [.. Inputs.Select((shape, i) => Numbers.Spaced((int)shape.ElementCount * batch, Amplitude, seed: i + 1))];

    public long[] InputShape(int index, int batch) => [batch, .. Inputs[index].Sizes];

    public override string ToString() => Name;

    private static TensorType Batched(TensorShape shape) => TensorType.Float([TensorShape.Batch, .. shape.Sizes]);
}
