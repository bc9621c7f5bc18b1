using System.Collections.Immutable;
using Tao.Graph;

namespace Tao.Networks.Backbones;

/// <summary>One row of <see cref="BackboneCatalog"/>.</summary>
/// <param name="Name">TAO's <c>arch</c>.</param>
/// <param name="Depths">Valid <see cref="BackboneOptions.Layers"/>; empty when there is only one depth.</param>
/// <param name="FreezeBlocks">Valid ids of <see cref="BackboneOptions.FreezeBlocks"/>.</param>
/// <param name="Append">Appends the backbone to the builder after the given value, an image.</param>
/// <param name="TorchvisionModule">
/// The module of torchvision's model that holds the parameters of one of our nodes, given the graph and the node's parameter scope; null when
/// torchvision's model has no counterpart.
/// </param>
public sealed record Backbone(
    string Name,
    ImmutableArray<int> Depths,
    ImmutableArray<int> FreezeBlocks,
    Func<GraphBuilder, string, BackboneOptions, BackboneFeatures> Append,
    Func<NetworkGraph, string, string?> TorchvisionModule)
{
    /// <summary>The backbone that this one is built like, only wider and deeper: what is proved of that one holds for this.</summary>
    public string? ScaledFrom { get; init; }

    /// <summary>Our parameter name → key of torchvision's state dict, for the parameters that have a counterpart there.</summary>
    public IReadOnlyDictionary<string, string> TorchvisionNames(NetworkGraph graph)
    {
        var names = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, spec, node) in graph.Parameters())
        {
            if (TorchvisionModule(graph, node.ParameterScope) is { } module)
                names.Add(name, $"{module}.{spec.Name}");
        }
        return names;
    }
}
