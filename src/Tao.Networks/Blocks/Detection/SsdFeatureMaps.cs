using System.Collections.Immutable;
using Tao.Graph;
using Tao.Graph.Ops;
using Tao.Networks.Backbones;

namespace Tao.Networks.Blocks.Detection;

/// <summary>
/// SSD's six feature maps as TAO makes them: one or two of the backbone, and behind its last one a chain of stages, most of which halve the
/// map, a 1×1 convolution with ReLU and a 3×3 convolution with batch norm and ReLU.
/// </summary>
internal static class SsdFeatureMaps
{
    private const double BatchNormEpsilon = 1e-3;
    private const double BatchNormMomentum = 0.99;

    private static readonly ImmutableArray<Stage> _large = [new(512, 512, 1), new(256, 512, 2), new(128, 256, 2), new(128, 256, 2), new(128, 256, 2)];
    private static readonly ImmutableArray<Stage> _middle = [new(256, 256, 1), new(128, 256, 2), new(64, 128, 2), new(64, 128, 2), new(64, 128, 2)];

    /// <summary>The backbone's output is itself the second map.</summary>
    private static readonly ImmutableArray<Stage> _small = [new(64, 128, 2), new(64, 128, 2), new(64, 128, 2), new(64, 128, 2)];

    /// <returns>The values of the maps, the largest first.</returns>
    public static ImmutableArray<string> Append(GraphBuilder builder, string image, SsdConfig config)
    {
        var backbone = BackboneCatalog.Find(config.Arch) ?? throw new GraphException($"There is no backbone '{config.Arch}'.");
        var features = backbone.Append(builder, image, config.ToOptions());
        var plan = PlanOf(config);
        var maps = ImmutableArray.CreateBuilder<string>();
        maps.Add(plan.First ?? features.ByStride[8]);
        var x = plan.Last ?? features.ByStride[16];
        if (plan.KeepsLast)
            maps.Add(x);
        for (var i = 0; i < plan.Stages.Length; i++)
        {
            x = AppendStage(builder, x, FormattableString.Invariant($"ssd_expand_block_{i}"), plan.Stages[i], config.FreezeBn);
            maps.Add(x);
        }
        return maps.ToImmutable();
    }

    private static string AppendStage(GraphBuilder builder, string input, string name, Stage stage, bool freezeBatchNorm)
    {
        var x = builder.Add($"{name}_conv_0", new Conv2d(stage.Inner, 1, 1), input);
        x = builder.Add($"{name}_relu_0", new Relu(), x);
        x = builder.Add($"{name}_conv_1", new Conv2d(stage.Channels, 3, 3, stage.Stride, Padding.Same(3), Bias: false), x);
        x = builder.Add($"{name}_bn_1", new BatchNorm(BatchNormEpsilon, BatchNormMomentum, freezeBatchNorm), x);
        return builder.Add($"{name}_relu_1", new Relu(), x);
    }

    private static Plan PlanOf(SsdConfig config) => (config.Arch, config.Nlayers) switch
    {
        ("resnet", 10) or ("squeezenet" or "mobilenet_v1", _) => new Plan(_small, KeepsLast: true),
        // Keras' re_lu_7: the wide map of the residual that steps from stride 4 to 8.
        ("mobilenet_v2", _) => new Plan(_small, KeepsLast: true, First: "block_3_relu"),
        ("resnet", 18 or 34) => new Plan(_middle, KeepsLast: false),
        ("darknet", 19) => new Plan(_middle[..^1], KeepsLast: true),
        ("darknet", _) => new Plan(_large[..^1], KeepsLast: true),
        ("efficientnet_b0", _) => new Plan(_large[..^1], KeepsLast: true, "block4a_expand_activation", "block6a_expand_activation"),
        _ => new Plan(_large, KeepsLast: false),
    };

    private sealed record Stage(int Inner, int Channels, int Stride);

    /// <param name="KeepsLast">Whether the backbone's last map is one of the six, before the stages.</param>
    /// <param name="First">The first map; null for the deepest of stride 8.</param>
    /// <param name="Last">What the stages begin with; null for the deepest of stride 16.</param>
    private sealed record Plan(ImmutableArray<Stage> Stages, bool KeepsLast, string? First = null, string? Last = null);
}
