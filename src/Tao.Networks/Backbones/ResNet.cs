using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Tao.Graph;
using Tao.Graph.Ops;

namespace Tao.Networks.Backbones;

/// <summary>
/// ResNet (He et al. 2016, table 1) as TAO builds it: the stride is on the first convolution of a unit (1×1 in a bottleneck), the first
/// unit of every block has a projection even at stride 1, and the spec's activation replaces only the one after the first convolution.
/// TAO's 7×7 average pool after the last block is left to the head, whose pooling covers the whole map: the same at 224 pixels.
/// </summary>
public static partial class ResNet
{
    private static readonly ImmutableSortedDictionary<int, (bool Bottleneck, ImmutableArray<int> Units)> _depths =
        new Dictionary<int, (bool, ImmutableArray<int>)>
        {
            // 10 and 200 are not in the paper's table: 10 is TAO's, 200 is from He et al. 2016b, section 5.
            [10] = (false, [1, 1, 1, 1]),
            [18] = (false, [2, 2, 2, 2]),
            [34] = (false, [3, 4, 6, 3]),
            [50] = (true, [3, 4, 6, 3]),
            [101] = (true, [3, 4, 23, 3]),
            [152] = (true, [3, 8, 36, 3]),
            [200] = (true, [3, 24, 36, 3]),
        }.ToImmutableSortedDictionary();

    public static ImmutableArray<int> Depths { get; } = [.. _depths.Keys];

    public static BackboneFeatures Append(GraphBuilder builder, string input, BackboneOptions options)
    {
        var depth = BackboneWriter.Depth(_depths, "ResNet", options.Layers);
        var writer = new BackboneWriter(builder, options, "relu");

        var x = writer.Conv("conv1", input, 64, kernel: 7, stride: 2, block: 0);
        x = writer.BatchNorm("bn_conv1", x);
        x = writer.Activate("activation_1", x);
        writer.Reached(2, x);
        if (options.UsePooling)
            x = writer.MaxPoolSame("pool1", x);

        var stride = options.UsePooling ? 4 : 2;
        var blockStrides = options.UsePooling ? [1, 2, 2, 2] : (ReadOnlySpan<int>)[2, 2, 2, 1];
        for (var block = 1; block <= 4; block++)
        {
            var layers = UnitLayers(64 << (block - 1), depth.Bottleneck);
            for (var unit = 0; unit < depth.Units[block - 1]; unit++)
            {
                var unitStride = unit == 0 ? blockStrides[block - 1] : 1;
                x = AppendUnit(writer, x, new Unit($"block_{block}{BackboneWriter.Letter(unit)}", block, layers, unitStride, unit == 0 || options.AllProjections));
            }
            stride *= blockStrides[block - 1];
            writer.Reached(stride, x);
        }
        return writer.Finish(x, () => writer.LinearHead(x, withDropout: false));
    }

    /// <summary>
    /// Torchvision's first unit of block 1 has no projection in ResNet-18 and 34, and later units never have one; a bottleneck's stride is
    /// on its 3×3 convolution there (shapes are the same).
    /// </summary>
    public static string? TorchvisionModule(NetworkGraph graph, string scope)
    {
        if (scope is "conv1")
            return "conv1";
        if (scope is "bn_conv1")
            return "bn1";
        if (scope is "predictions")
            return "fc";
        if (UnitName().Match(scope) is not { Success: true } match)
            return null;
        var (block, unit, kind, part) = (match.Groups[1].Value, BackboneWriter.LetterIndex(match.Groups[2].Value), match.Groups[3].Value, match.Groups[4].Value);
        var module = FormattableString.Invariant($"layer{block}.{unit}");
        if (part != "shortcut")
            return $"{module}.{kind}{part}";
        var bottleneck = graph.FindNode("block_1a_conv_3") is not null;
        return unit == 0 && (bottleneck || block != "1") ? $"{module}.downsample.{(kind == "conv" ? 0 : 1)}" : null;
    }

    private static string AppendUnit(BackboneWriter writer, string input, Unit unit)
    {
        var x = input;
        for (var i = 0; i < unit.Layers.Length; i++)
        {
            var (kernel, channels) = unit.Layers[i];
            x = writer.Conv($"{unit.Name}_conv_{i + 1}", x, channels, kernel, i == 0 ? unit.Stride : 1, unit.Block);
            x = writer.BatchNorm($"{unit.Name}_bn_{i + 1}", x);
            if (i < unit.Layers.Length - 1)
                x = writer.Add($"{unit.Name}_relu_{i + 1}", new Relu(), x);
        }
        var shortcut = input;
        if (unit.Projected)
        {
            shortcut = writer.Conv($"{unit.Name}_conv_shortcut", input, unit.Layers[^1].Channels, kernel: 1, unit.Stride, unit.Block);
            shortcut = writer.BatchNorm($"{unit.Name}_bn_shortcut", shortcut);
        }
        x = writer.Add($"{unit.Name}_add", new Add(), x, shortcut);
        return writer.Add($"{unit.Name}_relu", new Relu(), x);
    }

    private static ImmutableArray<(int Kernel, int Channels)> UnitLayers(int width, bool bottleneck) =>
        bottleneck ? [(1, width), (3, width), (1, 4 * width)] : [(3, width), (3, width)];

    // block_1a_conv_2, block_3ab_bn_shortcut
    [GeneratedRegex(@"^block_(\d)([a-z]+)_(conv|bn)_(\d|shortcut)$", RegexOptions.CultureInvariant)]
    private static partial Regex UnitName();

    private sealed record Unit(string Name, int Block, ImmutableArray<(int Kernel, int Channels)> Layers, int Stride, bool Projected);
}
