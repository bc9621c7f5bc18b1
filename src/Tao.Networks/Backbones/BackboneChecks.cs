using System.Collections.Immutable;
using Tao.Graph;
using Tao.Specs;

namespace Tao.Networks.Backbones;

/// <summary>What is wrong with a network's settings that no field tells by itself.</summary>
internal static class BackboneChecks
{
    private const int DeepestResNet = 101;

    /// <summary>Looks only at specs without errors so far.</summary>
    public static void Run(BoundNetwork network, string sizeField, DiagnosticBag diagnostics)
    {
        if (diagnostics.HasErrors)
            return;
        try
        {
            network.BuildGraph(network.ExampleLabels);
        }
        catch (GraphException exception)
        {
            diagnostics.Error(
                SpecCodes.Contradiction, $"The network cannot be built: {exception.Message}", $"Enlarge {sizeField[(sizeField.LastIndexOf('.') + 1)..]}, or correct the settings of the backbone.",
                network.LocationOf(sizeField));
        }
    }

    /// <summary>The depths of a backbone that TAO's schemas allow; empty when there is only one.</summary>
    public static ImmutableArray<int> DepthsOf(string arch) =>
        [.. (BackboneCatalog.Find(arch)?.Depths ?? []).Where(depth => arch != "resnet" || depth <= DeepestResNet)];

    public static void Depth(SpecRuleContext context, (string Arch, uint Layers) backbone, string field)
    {
        if (DepthsOf(backbone.Arch) is { Length: > 0 } depths && !depths.Contains((int)backbone.Layers))
            context.Error($"{backbone.Arch} has no version with {backbone.Layers} layers.", $"Set {field} to {string.Join(", ", depths)}.", field, "arch");
    }

    public static void Freezing(SpecRuleContext context, string arch, ImmutableArray<uint> blocks)
    {
        if (BackboneCatalog.Find(arch) is { } backbone && blocks.Where(block => !backbone.FreezeBlocks.Contains((int)block)).ToList() is { Count: > 0 } strangers)
        {
            context.Warning(
                $"{arch} has no block {string.Join(", ", strangers)} to freeze.", $"Its blocks are {backbone.FreezeBlocks.Min()} to {backbone.FreezeBlocks.Max()}.", "freeze_blocks", "arch");
        }
    }
}
