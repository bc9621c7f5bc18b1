using System.Collections.Immutable;
using Tao.Networks.Backbones;

namespace Tao.Networks.Blocks.Detection;

/// <summary>Backbones as TAO's detectors build them.</summary>
internal static class DetectorBackbone
{
    /// <summary>Strides in place of pooling, projections on all shortcuts, ReLU where the backbone is not made for another, no biases.</summary>
    public static BackboneOptions Options(string arch, uint layers, bool freezeBatchNorm, ImmutableArray<uint> freezeBlocks) => new()
    {
        Layers = (int)layers,
        UsePooling = false,
        AllProjections = true,
        FreezeBatchNorm = freezeBatchNorm,
        FreezeBlocks = [.. freezeBlocks.Select(block => (int)block)],
        Activation = arch.StartsWith("efficientnet", StringComparison.Ordinal) ? null : "relu",
        Stride = 16,
    };
}
