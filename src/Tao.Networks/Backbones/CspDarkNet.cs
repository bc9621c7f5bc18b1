using System.Collections.Immutable;
using Tao.Graph;
using Tao.Graph.Ops;

namespace Tao.Networks.Backbones;

/// <summary>
/// DarkNet with cross-stage partial connections (Wang et al. 2020; YOLOv4's backbone): each stage halves the map, splits into two 1×1
/// branches, works on one of them and joins both. In depth 53 the work is DarkNet-53's residuals, in depth 19 DarkNet-19's chains of
/// convolutions. Leaky ReLU unless the spec says otherwise; total stride 32. Block 0 is the first convolution, 1 to 5 are the stages.
/// </summary>
public static class CspDarkNet
{
    private const string Activation = "act";

    public static ImmutableArray<int> Depths => DarkNetBlocks.Depths;

    public static BackboneFeatures Append(GraphBuilder builder, string input, BackboneOptions options)
    {
        if (!Depths.Contains(options.Layers))
            throw new GraphException(FormattableString.Invariant($"There is no CSPDarkNet-{options.Layers}; the depths are {string.Join(", ", Depths)}."));
        var writer = new BackboneWriter(builder, options, "leaky_relu");
        var x = writer.Layer("conv_0", input, (32, 3, 1), 0, Activation);
        for (var block = 1; block <= DarkNetBlocks.LastBlock; block++)
        {
            x = AppendStage(writer, x, block, options.Layers);
            writer.Reached(1 << block, x);
        }
        return writer.Finish(x, () => writer.LinearHead(x, withDropout: false));
    }

    public static string? TorchvisionModule(NetworkGraph graph, string scope) => null;

    private static string AppendStage(BackboneWriter writer, string input, int block, int layers)
    {
        var (prefix, width) = (FormattableString.Invariant($"b{block}"), DarkNetBlocks.Width(block));
        // The first stage is too narrow to halve.
        var branch = block == 1 ? width : width / 2;
        var x = writer.Layer($"{prefix}_downsample", input, (width, 3, 2), block, Activation);
        var route = writer.Layer($"{prefix}_route", x, (branch, 1, 1), block, Activation);
        x = writer.Layer($"{prefix}_split", x, (branch, 1, 1), block, Activation);
        x = layers == 19 ? DarkNetBlocks.AppendChain(writer, x, block, branch, Activation) : AppendResiduals(writer, x, block, branch);
        x = writer.Layer($"{prefix}_partial_trans", x, (branch, 1, 1), block, Activation);
        x = writer.Add($"{prefix}_concat", new Concat(), x, route);
        return writer.Layer($"{prefix}_final_trans", x, (width, 1, 1), block, Activation);
    }

    private static string AppendResiduals(BackboneWriter writer, string input, int block, int width)
    {
        var x = input;
        for (var i = 1; i <= DarkNetBlocks.Residuals[block - 1]; i++)
        {
            var shortcut = x;
            x = writer.Layer(FormattableString.Invariant($"b{block}_conv{2 * i - 1}"), x, (block == 1 ? width / 2 : width, 1, 1), block, Activation);
            x = writer.Layer(FormattableString.Invariant($"b{block}_conv{2 * i}"), x, (width, 3, 1), block, Activation);
            x = writer.Add(FormattableString.Invariant($"b{block}_add{i}"), new Add(), shortcut, x);
        }
        return x;
    }
}
