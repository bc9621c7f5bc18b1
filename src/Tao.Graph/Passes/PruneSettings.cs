using System.Collections.Immutable;
using System.Globalization;

namespace Tao.Graph.Passes;

/// <summary>TAO's six pruning settings (<c>-n -eq -pg -pth -nf -el</c>) and their defaults, and a ratio in place of the threshold.</summary>
/// <param name="Granularity">
/// The number of filters that stay is rounded up to a multiple of this. 16 suits CPUs: ONNX Runtime works on blocks of 16 channels and loses
/// about a third of the gain at other counts.
/// </param>
/// <param name="Threshold">Filters whose normalised norm is larger than this are counted; the count decides, then the largest norms stay.</param>
/// <param name="MinFilters">At least so many stay, if the layer has them.</param>
/// <param name="ExcludedLayers">Nodes that keep all filters, and with them the layers whose channels are tied to theirs.</param>
/// <param name="KeepRatio">
/// The share of each layer's filters that stays, (0, 1]; 0 for the threshold. A network then shrinks evenly, and so does its time.
/// </param>
public sealed record PruneSettings(
    Normalizer Normalizer = Normalizer.Max,
    EqualizationCriterion Equalization = EqualizationCriterion.Union,
    int Granularity = 8,
    double Threshold = 0.1,
    int MinFilters = 16,
    ImmutableArray<string> ExcludedLayers = default,
    double KeepRatio = 0)
{
    internal IReadOnlyList<string> Excluded => ExcludedLayers.IsDefault ? [] : ExcludedLayers;

    /// <summary>Throws <see cref="GraphException"/> that lists everything wrong with the settings for this graph.</summary>
    internal void Check(NetworkGraph graph)
    {
        var problems = new List<string>();
        if (Granularity < 1)
            problems.Add(string.Create(CultureInfo.InvariantCulture, $"The granularity must be at least 1, not {Granularity}."));
        if (MinFilters < 1)
            problems.Add(string.Create(CultureInfo.InvariantCulture, $"At least 1 filter must stay, not {MinFilters}."));
        if (!(Threshold >= 0))
            problems.Add(string.Create(CultureInfo.InvariantCulture, $"The threshold must not be below 0, as {Threshold} is."));
        if (!(KeepRatio is >= 0 and <= 1))
            problems.Add(string.Create(CultureInfo.InvariantCulture, $"The share of filters that stays must be between 0 and 1, not {KeepRatio}."));
        problems.AddRange(Excluded.Where(name => graph.FindNode(name) is null).Select(name => $"There is no layer '{name}' to exclude."));
        if (problems.Count > 0)
            throw new GraphException(string.Join("\n", problems));
    }
}
