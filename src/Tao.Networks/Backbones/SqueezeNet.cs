using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using Tao.Graph;
using Tao.Graph.Ops;

namespace Tao.Networks.Backbones;

/// <summary>
/// SqueezeNet 1.0 (Iandola et al. 2016, table 1) in torchvision's geometry, so that its published weights fit: no padding on the
/// first convolution, pooling that rounds up (TAO pads both symmetrically). No batch norm, a bias everywhere; total stride 16.
/// Block 0 is the first convolution, block k − 1 the module <c>fire{k}</c>.
/// </summary>
public static partial class SqueezeNet
{
    // Table 1 of the paper, fire2 to fire9: channels of the squeeze layer and of each of the two expand layers.
    private static readonly ImmutableArray<(int Squeeze, int Expand)> _fires =
        [(16, 64), (16, 64), (32, 128), (32, 128), (48, 192), (48, 192), (64, 256), (64, 256)];

    public static BackboneFeatures Append(GraphBuilder builder, string input, BackboneOptions options)
    {
        var writer = new BackboneWriter(builder, options, "relu");
        var x = writer.Conv("conv1", input, new Conv2d(96, 7, 7, Stride: 2), block: 0);
        x = writer.Activate("conv1_relu", x);
        writer.Reached(2, x);
        x = writer.Add("pool1", new MaxPool2d(3, 2, CeilMode: true), x);
        var stride = 4;
        for (var fire = 2; fire <= 9; fire++)
        {
            x = AppendFire(writer, x, fire);
            writer.Reached(stride, x);
            if (fire is 4 or 8)
            {
                x = writer.Add(FormattableString.Invariant($"pool{fire}"), new MaxPool2d(3, 2, CeilMode: true), x);
                stride *= 2;
            }
        }
        return writer.Finish(x, () => Head(writer, x, options));
    }

    public static string? TorchvisionModule(NetworkGraph graph, string scope)
    {
        if (scope == "conv1")
            return "features.0";
        if (scope == "conv10")
            return "classifier.1";
        if (FireName().Match(scope) is not { Success: true } match)
            return null;
        var fire = int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture);
        // features.1 and .2 are the first activation and pool; a pool follows fire4 and fire8.
        var index = fire + 1 + (fire > 4 ? 1 : 0) + (fire > 8 ? 1 : 0);
        return FormattableString.Invariant($"features.{index}.{match.Groups[2].Value.Replace("_", "")}");
    }

    private static string AppendFire(BackboneWriter writer, string input, int fire)
    {
        var (squeeze, expand) = _fires[fire - 2];
        var (prefix, block) = (FormattableString.Invariant($"fire{fire}"), fire - 1);

        var x = writer.Conv($"{prefix}_squeeze", input, new Conv2d(squeeze, 1, 1), block);
        x = writer.Activate($"{prefix}_squeeze_relu", x);
        var narrow = writer.Conv($"{prefix}_expand_1x1", x, new Conv2d(expand, 1, 1), block);
        narrow = writer.Activate($"{prefix}_expand_1x1_relu", narrow);
        var wide = writer.Conv($"{prefix}_expand_3x3", x, new Conv2d(expand, 3, 3, Padding: Padding.Same(3)), block);
        wide = writer.Activate($"{prefix}_expand_3x3_relu", wide);
        return writer.Add($"{prefix}_concat", new Concat(), narrow, wide);
    }

    private static string Head(BackboneWriter writer, string features, BackboneOptions options)
    {
        var x = writer.Add("dropout", new Dropout(options.Dropout), features);
        x = writer.Add("conv10", new Conv2d(options.ClassCount, 1, 1), x);
        x = writer.Activate("conv10_relu", x);
        x = writer.Add("avg_pool", new GlobalAveragePool(), x);
        return writer.Add("flatten", new Flatten(), x);
    }

    // fire3_expand_1x1
    [GeneratedRegex("^fire([0-9])_(squeeze|expand_1x1|expand_3x3)$", RegexOptions.CultureInvariant)]
    private static partial Regex FireName();
}
