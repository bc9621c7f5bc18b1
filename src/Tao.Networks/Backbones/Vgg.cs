using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using Tao.Graph;
using Tao.Graph.Ops;

namespace Tao.Networks.Backbones;

/// <summary>
/// VGG (Simonyan and Zisserman 2015, table 1, configurations D and E). With pooling, a 2×2 maximum follows each of the first four blocks (and
/// the fifth under the own head); without, the first convolution of blocks 2 to 5 strides. Total stride 16. With pooling, biases and head it is
/// torchvision's <c>vgg16</c> at 224 pixels. Freeze ids are the blocks, 1 to 5.
/// </summary>
public static partial class Vgg
{
    private const int HeadWidth = 4096;

    private static readonly ImmutableSortedDictionary<int, ImmutableArray<int>> _depths = new Dictionary<int, ImmutableArray<int>>
    {
        [16] = [2, 2, 3, 3, 3],
        [19] = [2, 2, 4, 4, 4],
    }.ToImmutableSortedDictionary();

    private static readonly ImmutableArray<int> _widths = [64, 128, 256, 512, 512];

    public static ImmutableArray<int> Depths { get; } = [.. _depths.Keys];

    public static BackboneFeatures Append(GraphBuilder builder, string input, BackboneOptions options)
    {
        var repeats = BackboneWriter.Depth(_depths, "VGG", options.Layers);
        var writer = new BackboneWriter(builder, options, "relu");
        var x = input;
        for (var block = 1; block <= repeats.Length; block++)
        {
            for (var unit = 0; unit < repeats[block - 1]; unit++)
            {
                var stride = !options.UsePooling && block > 1 && unit == 0 ? 2 : 1;
                var name = $"block_{block}{(char)('a' + unit)}";
                x = writer.Conv($"{name}_conv_1", x, _widths[block - 1], kernel: 3, stride, block);
                x = writer.BatchNorm($"{name}_bn_1", x);
                x = writer.Activate($"{name}_relu_1", x);
            }
            if (block > 1)
                writer.Reached(1 << (block - 1), x);
            if (options.UsePooling && block < repeats.Length)
                x = writer.Add(FormattableString.Invariant($"block_{block}_pool"), new MaxPool2d(2, 2), x);
        }
        return writer.Finish(x, () => Head(writer, x, options));
    }

    public static string? TorchvisionModule(NetworkGraph graph, string scope)
    {
        switch (scope)
        {
            case "fc_1": return "classifier.0";
            case "fc_2": return "classifier.3";
            case BackboneHead.Scope: return "classifier.6";
        }
        if (UnitName().Match(scope) is not { Success: true } match)
            return null;
        // Convolution, batch norm if there are any, and activation count in sequence; a pool ends each block.
        var batchNorms = graph.FindNode("block_1a_bn_1") is not null;
        var depth = graph.FindNode("block_3d_conv_1") is null ? 16 : 19;
        var (block, unit) = (int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture), match.Groups[2].Value[0] - 'a');
        var before = _depths[depth].Take(block - 1).Sum() + unit;
        var index = before * (batchNorms ? 3 : 2) + block - 1 + (match.Groups[3].Value == "bn" ? 1 : 0);
        return FormattableString.Invariant($"features.{index}");
    }

    private static string Head(BackboneWriter writer, string features, BackboneOptions options)
    {
        var x = options.UsePooling ? writer.Add("block_5_pool", new MaxPool2d(2, 2), features) : features;
        x = writer.Add("flatten", new Flatten(), x);
        return writer.DenseHead(x, HeadWidth);
    }

    // block_3d_bn_1
    [GeneratedRegex("^block_([1-5])([a-d])_(conv|bn)_1$", RegexOptions.CultureInvariant)]
    private static partial Regex UnitName();
}
