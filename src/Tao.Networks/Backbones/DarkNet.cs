using System.Collections.Immutable;
using Tao.Graph;
using Tao.Graph.Ops;

namespace Tao.Networks.Backbones;

/// <summary>
/// DarkNet-19 (Redmon and Farhadi 2017, table 6) halves its maps by max pooling, DarkNet-53 (Redmon and Farhadi 2018, table 1) by strided
/// convolutions before residuals, which have no activation after the addition. Leaky ReLU; total stride 32. Their own heads are linear:
/// DarkNet-19's 1×1 convolution before the average is the same as a dense layer after it. Block 0 is the first convolution.
/// </summary>
public static class DarkNet
{
    private const string Activation = "lrelu";

    public static ImmutableArray<int> Depths => DarkNetBlocks.Depths;

    public static BackboneFeatures Append(GraphBuilder builder, string input, BackboneOptions options)
    {
        if (!Depths.Contains(options.Layers))
            throw new GraphException(FormattableString.Invariant($"There is no DarkNet-{options.Layers}; the depths are {string.Join(", ", Depths)}."));
        var writer = new BackboneWriter(builder, options, "leaky_relu");
        var x = writer.Layer("conv1", input, (32, 3, 1), 0, Activation);
        for (var block = 1; block <= DarkNetBlocks.LastBlock; block++)
        {
            var width = DarkNetBlocks.Width(block);
            x = options.Layers == 19 ? AppendPooled(writer, x, block, width) : AppendResiduals(writer, x, block, width, options.AllProjections);
            writer.Reached(1 << block, x);
        }
        return writer.Finish(x, () => writer.LinearHead(x, withDropout: false));
    }

    public static string? TorchvisionModule(NetworkGraph graph, string scope) => null;

    private static string AppendPooled(BackboneWriter writer, string input, int block, int width)
    {
        var x = writer.Add(FormattableString.Invariant($"b{block}_pool"), new MaxPool2d(2, 2), input);
        return DarkNetBlocks.AppendChain(writer, x, block, width, Activation);
    }

    private static string AppendResiduals(BackboneWriter writer, string input, int block, int width, bool allProjections)
    {
        var x = writer.Layer(FormattableString.Invariant($"b{block}_conv1"), input, (width, 3, 2), block, Activation);
        for (var i = 1; i <= DarkNetBlocks.Residuals[block - 1]; i++)
        {
            var shortcut = allProjections
                ? writer.Conv(FormattableString.Invariant($"b{block}_conv_shortcut{i}"), x, width, kernel: 1, stride: 1, block)
                : x;
            x = writer.Layer(FormattableString.Invariant($"b{block}_conv{2 * i}"), x, (width / 2, 1, 1), block, Activation);
            x = writer.Layer(FormattableString.Invariant($"b{block}_conv{2 * i + 1}"), x, (width, 3, 1), block, Activation);
            x = writer.Add(FormattableString.Invariant($"b{block}_add{i}"), new Add(), shortcut, x);
        }
        return x;
    }
}
