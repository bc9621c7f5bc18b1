using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using Tao.Graph;
using Tao.Graph.Ops;

namespace Tao.Networks.Backbones;

/// <summary>
/// EfficientNet (Tan and Le 2019, table 1, scaled as in section 3.3): swish, squeeze and excitation to a quarter of a block's input, and
/// drop-connect that grows linearly to 0.2. Strided convolutions of even maps pad one more below and right, as Keras' "same" does, where
/// torchvision pads all sides alike; shapes are the same, so its weights fit. Total stride 32. Block 0 is the stem, 1 to 7 are the
/// stages; the last convolution freezes with the seventh.
/// </summary>
/// <param name="width">Factor of the channels.</param>
/// <param name="depth">Factor of the repeats.</param>
/// <param name="dropout">Rate of the own head's dropout when the spec gives none.</param>
public sealed partial class EfficientNet(double width, double depth, double dropout)
{
    private const double DropConnect = 0.2;
    private const int SqueezeDivisor = 4;
    private const int LastStage = 7;

    // Table 1: expansion, channels, repeats, stride, kernel.
    private static readonly ImmutableArray<(int Expansion, int Channels, int Repeats, int Stride, int Kernel)> _stages =
        [(1, 16, 1, 1, 3), (6, 24, 2, 2, 3), (6, 40, 2, 2, 5), (6, 80, 3, 2, 3), (6, 112, 3, 1, 5), (6, 192, 4, 2, 5), (6, 320, 1, 1, 3)];

    private int BlockCount => _stages.Sum(stage => Repeats(stage.Repeats));

    public BackboneFeatures Append(GraphBuilder builder, string input, BackboneOptions options)
    {
        var writer = new BackboneWriter(builder, options with { Dropout = options.Dropout > 0 ? options.Dropout : dropout }, "swish");
        var x = writer.ConvKerasSame("stem_conv", input, Channels(32), kernel: 3, stride: 2, block: 0);
        x = writer.Activate("stem_activation", writer.BatchNorm("stem_bn", x));
        writer.Reached(2, x);
        var (stride, number) = (2, 0);
        for (var stage = 1; stage <= LastStage; stage++)
        {
            var plan = _stages[stage - 1];
            stride *= plan.Stride;
            for (var repeat = 0; repeat < Repeats(plan.Repeats); repeat++)
            {
                var block = new Block(
                    FormattableString.Invariant($"block{stage}{BackboneWriter.Letter(repeat)}"), stage, plan.Expansion, Channels(plan.Channels),
                    repeat == 0 ? plan.Stride : 1, plan.Kernel, DropConnect * number++ / BlockCount);
                x = AppendBlock(writer, x, block);
            }
            writer.Reached(stride, x);
        }
        x = writer.Conv("top_conv", x, Channels(1280), kernel: 1, stride: 1, LastStage);
        x = writer.Activate("top_activation", writer.BatchNorm("top_bn", x));
        writer.Reached(stride, x);
        return writer.Finish(x, () => writer.LinearHead(x, withDropout: true));
    }

    public static string? TorchvisionModule(NetworkGraph graph, string scope)
    {
        switch (scope)
        {
            case "stem_conv": return "features.0.0";
            case "stem_bn": return "features.0.1";
            case "top_conv": return "features.8.0";
            case "top_bn": return "features.8.1";
            case BackboneHead.Scope: return "classifier.1";
        }
        if (BlockName().Match(scope) is not { Success: true } match)
            return null;
        var (stage, repeat, part) = (match.Groups[1].Value, BackboneWriter.LetterIndex(match.Groups[2].Value), match.Groups[3].Value);
        // The first stage does not expand, so its steps start one earlier.
        var first = stage == "1" ? 0 : 1;
        var step = part switch
        {
            "expand_conv" => "0.0",
            "expand_bn" => "0.1",
            "dwconv" => FormattableString.Invariant($"{first}.0"),
            "bn" => FormattableString.Invariant($"{first}.1"),
            "se_reduce" => FormattableString.Invariant($"{first + 1}.fc1"),
            "se_expand" => FormattableString.Invariant($"{first + 1}.fc2"),
            "project_conv" => FormattableString.Invariant($"{first + 2}.0"),
            _ => FormattableString.Invariant($"{first + 2}.1"),
        };
        return FormattableString.Invariant($"features.{int.Parse(stage, CultureInfo.InvariantCulture)}.{repeat}.block.{step}");
    }

    private static string AppendBlock(BackboneWriter writer, string input, Block block)
    {
        var inputChannels = (int)writer.ChannelsOf(input);
        var x = input;
        if (block.Expansion > 1)
        {
            x = writer.Conv($"{block.Name}_expand_conv", x, inputChannels * block.Expansion, kernel: 1, stride: 1, block.Stage);
            x = writer.Activate($"{block.Name}_expand_activation", writer.BatchNorm($"{block.Name}_expand_bn", x));
        }
        x = writer.DepthwiseKerasSame($"{block.Name}_dwconv", x, block.Kernel, block.Stride, block.Stage);
        x = writer.Activate($"{block.Name}_activation", writer.BatchNorm($"{block.Name}_bn", x));
        x = AppendSqueezeExcite(writer, x, block, Math.Max(1, inputChannels / SqueezeDivisor));
        x = writer.Conv($"{block.Name}_project_conv", x, block.Channels, kernel: 1, stride: 1, block.Stage);
        x = writer.BatchNorm($"{block.Name}_project_bn", x);
        if (block.Stride != 1 || inputChannels != block.Channels)
            return x;
        if (block.DropRate > 0)
            x = writer.Add($"{block.Name}_drop", new StochasticDepth(block.DropRate), x);
        return writer.Add($"{block.Name}_add", new Add(), x, input);
    }

    private static string AppendSqueezeExcite(BackboneWriter writer, string input, Block block, int squeezed)
    {
        var x = writer.Add($"{block.Name}_se_squeeze", new GlobalAveragePool(), input);
        x = writer.Conv($"{block.Name}_se_reduce", x, new Conv2d(squeezed, 1, 1), block.Stage);
        x = writer.Activate($"{block.Name}_se_activation", x);
        x = writer.Conv($"{block.Name}_se_expand", x, new Conv2d((int)writer.ChannelsOf(input), 1, 1), block.Stage);
        x = writer.Add($"{block.Name}_se_gate", new Sigmoid(), x);
        return writer.Add($"{block.Name}_se_excite", new Multiply(), input, x);
    }

    /// <summary>Scaled and rounded to a multiple of 8, but by no more than a tenth down.</summary>
    private int Channels(int channels)
    {
        const int divisor = 8;
        var scaled = channels * width;
        var rounded = Math.Max(divisor, (int)(scaled + (divisor / 2)) / divisor * divisor);
        return rounded < 0.9 * scaled ? rounded + divisor : rounded;
    }

    private int Repeats(int repeats) => (int)Math.Ceiling(repeats * depth);

    // block4a_se_reduce
    [GeneratedRegex("^block([1-7])([a-z]+)_(expand_conv|expand_bn|dwconv|bn|se_reduce|se_expand|project_conv|project_bn)$", RegexOptions.CultureInvariant)]
    private static partial Regex BlockName();

    private sealed record Block(string Name, int Stage, int Expansion, int Channels, int Stride, int Kernel, double DropRate);
}
