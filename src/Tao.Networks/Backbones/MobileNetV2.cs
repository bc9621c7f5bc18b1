using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using Tao.Graph;
using Tao.Graph.Ops;

namespace Tao.Networks.Backbones;

/// <summary>
/// MobileNetV2 (Sandler et al. 2018, table 2), width 1. TAO's activation is ReLU, the paper's and torchvision's is <c>relu6</c>. With
/// <see cref="BackboneOptions.RetainHead"/>, <c>relu6</c> and an epsilon of 1e-5 it is torchvision's <c>mobilenet_v2</c> exactly.
/// A stride of 16 leaves out the last stage. Block 0 is the first convolution, block k + 1 the inverted residual k, block 18 the last convolution.
/// </summary>
public static partial class MobileNetV2
{
    // Table 2 of the paper, one entry per inverted residual: output channels and stride. The first has no expansion, the others expand by 6.
    private static readonly ImmutableArray<(int Channels, int Stride)> _residuals =
    [
        (16, 1), (24, 2), (24, 1), (32, 2), (32, 1), (32, 1), (64, 2), (64, 1), (64, 1), (64, 1), (96, 1), (96, 1), (96, 1),
        (160, 2), (160, 1), (160, 1), (320, 1),
    ];

    private const int Expansion = 6;
    private const int LastBlock = 18;

    public static BackboneFeatures Append(GraphBuilder builder, string input, BackboneOptions options)
    {
        if (options.Stride is not (16 or 32))
            throw new GraphException(FormattableString.Invariant($"MobileNetV2 has a stride of 16 or 32, not {options.Stride}."));
        var writer = new BackboneWriter(builder, options, "relu");

        var x = writer.Conv("conv1", input, 32, kernel: 3, stride: 2, block: 0);
        x = writer.BatchNorm("bn_conv1", x);
        x = writer.Activate("conv1_relu", x);
        var stride = 2;
        for (var i = 0; i < _residuals.Length && stride * _residuals[i].Stride <= options.Stride; i++)
        {
            stride *= _residuals[i].Stride;
            x = AppendResidual(writer, x, i, options.AllProjections);
            writer.Reached(stride, x);
        }
        if (options.Stride == 32)
        {
            x = writer.Conv("conv_1", x, 1280, kernel: 1, stride: 1, LastBlock);
            x = writer.BatchNorm("conv_1_bn", x);
            x = writer.Activate("conv_1_relu", x);
            writer.Reached(stride, x);
        }
        return writer.Finish(x, () => writer.LinearHead(x, withDropout: true));
    }

    public static string? TorchvisionModule(NetworkGraph graph, string scope)
    {
        switch (scope)
        {
            case "conv1": return "features.0.0";
            case "bn_conv1": return "features.0.1";
            case "conv_1": return "features.18.0";
            case "conv_1_bn": return "features.18.1";
            case "predictions": return "classifier.1";
        }
        if (ResidualName().Match(scope) is not { Success: true } match)
            return null;
        var residual = match.Groups[1].Value is { Length: > 0 } digits ? int.Parse(digits, CultureInfo.InvariantCulture) : 0;
        var batchNorm = match.Groups[3].Success;
        // Torchvision numbers the steps of a residual in sequence; the first residual has no expansion, so its steps start one earlier.
        var step = match.Groups[2].Value switch { "expand" => 0, "depthwise" => 1, _ => 2 } - (residual == 0 ? 1 : 0);
        var part = match.Groups[2].Value == "project"
            ? FormattableString.Invariant($"{step + (batchNorm ? 1 : 0)}")
            : FormattableString.Invariant($"{step}.{(batchNorm ? 1 : 0)}");
        return FormattableString.Invariant($"features.{residual + 1}.conv.{part}");
    }

    private static string AppendResidual(BackboneWriter writer, string input, int index, bool allProjections)
    {
        var (channels, stride) = _residuals[index];
        var prefix = index == 0 ? "expanded_conv" : FormattableString.Invariant($"block_{index}");
        var (inputChannels, block) = (writer.ChannelsOf(input), index + 1);

        var x = input;
        if (index > 0)
        {
            x = writer.Conv($"{prefix}_expand", x, Expansion * (int)inputChannels, kernel: 1, stride: 1, block);
            x = writer.BatchNorm($"{prefix}_expand_bn", x);
            x = writer.Activate($"{prefix}_expand_relu", x);
        }
        x = writer.Depthwise($"{prefix}_depthwise", x, kernel: 3, stride, block);
        x = writer.BatchNorm($"{prefix}_depthwise_bn", x);
        x = writer.Activate($"{prefix}_relu", x);
        x = writer.Conv($"{prefix}_project", x, channels, kernel: 1, stride: 1, block);
        x = writer.BatchNorm($"{prefix}_project_bn", x);
        if (stride != 1 || inputChannels != channels)
            return x;

        var shortcut = allProjections
            ? writer.Conv($"{prefix}_projected_inputs", input, new Conv2d(channels, 1, 1, Bias: false), block)
            : input;
        return writer.Add($"{prefix}_add", new Add(), shortcut, x);
    }

    // expanded_conv_depthwise, block_12_project_bn
    [GeneratedRegex("^(?:expanded_conv|block_([0-9]+))_(expand|depthwise|project)(_bn)?$", RegexOptions.CultureInvariant)]
    private static partial Regex ResidualName();
}
