using System.Collections.Immutable;
using Tao.Graph;
using Tao.Graph.Ops;

namespace Tao.Networks.Backbones;

/// <summary>Activations by the names that specs use.</summary>
public static class Activations
{
    // Slope of the leaky ReLU in TAO's DarkNet templates (Redmon and Farhadi 2018).
    private const double LeakySlope = 0.1;

    private static readonly ImmutableSortedDictionary<string, OpDefinition> _byName = new Dictionary<string, OpDefinition>
    {
        ["relu"] = new Relu(),
        ["relu6"] = new Relu6(),
        ["leaky_relu"] = new LeakyRelu(LeakySlope),
        ["sigmoid"] = new Sigmoid(),
        ["swish"] = new Silu(),
        ["silu"] = new Silu(),
        ["mish"] = new Mish(),
        ["tanh"] = new Tanh(),
    }.ToImmutableSortedDictionary(StringComparer.Ordinal);

    public static IEnumerable<string> Names => _byName.Keys;

    /// <summary>Throws <see cref="GraphException"/> that lists the names when there is no such activation.</summary>
    public static OpDefinition Create(string name) => _byName.GetValueOrDefault(name)
        ?? throw new GraphException($"There is no activation '{name}'; the activations are {string.Join(", ", Names)}.");

    /// <summary>No output is below zero, so padding a pooling window with zeros or with −∞ is the same.</summary>
    internal static bool IsNonNegative(OpDefinition activation) => activation is Relu or Relu6 or Sigmoid;
}
