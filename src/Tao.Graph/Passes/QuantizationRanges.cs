using System.Collections.Immutable;

namespace Tao.Graph.Passes;

/// <summary>
/// The largest magnitude of each value of a graph, by the value's name; the 8-bit scale is that / 127. From calibration, or
/// <see cref="Starting"/> for quantisation-aware training.
/// </summary>
public sealed class QuantizationRanges
{
    // TAO's quantisation-aware training starts every range at 6, the bound of the ReLU6 that it trains with.
    private const float StartingRange = 6;

    private readonly ImmutableSortedDictionary<string, float> _magnitudes;

    public QuantizationRanges(IReadOnlyDictionary<string, float> magnitudes)
    {
        var faulty = magnitudes.Where(range => !float.IsFinite(range.Value) || range.Value < 0).Select(range => $"'{range.Key}'").ToList();
        if (faulty.Count > 0)
            throw new GraphException($"Ranges must be finite and not negative; these are not: {string.Join(", ", faulty)}.");
        _magnitudes = magnitudes.ToImmutableSortedDictionary(StringComparer.Ordinal);
    }

    public IReadOnlyDictionary<string, float> Magnitudes => _magnitudes;

    public static QuantizationRanges Starting(NetworkGraph graph) => new(
        graph.Inputs.Select(input => input.Name).Concat(graph.Nodes.Select(node => node.Name)).ToDictionary(name => name, _ => StartingRange));
}
