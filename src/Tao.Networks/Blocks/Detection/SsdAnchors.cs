using System.Collections.Immutable;
using Tao.Objectives.Detection;
using Tao.Specs;
using Tao.Specs.Expressions;

namespace Tao.Networks.Blocks.Detection;

/// <summary>The anchors that an SSD spec describes in its lists.</summary>
internal static class SsdAnchors
{
    private const int Sizes = SsdConfig.Maps + 1;

    /// <summary>The shapes of each feature map. Only for a spec that was bound without errors.</summary>
    public static ImmutableArray<ImmutableArray<AnchorShape>> Shapes(SsdConfig config)
    {
        var (scales, ratios) = (Scales(config), Ratios(config));
        return [.. Enumerable.Range(0, SsdConfig.Maps).Select(map => AnchorShape.OfScale(scales[map], scales[map + 1], ratios[map], config.TwoBoxesForAr1))];
    }

    /// <param name="maps">Rows and columns of each feature map.</param>
    public static AnchorGrid Grid(SsdConfig config, IReadOnlyList<(int Rows, int Columns)> maps, int height, int width)
    {
        var (shapes, steps, offsets) = (Shapes(config), Steps(config), Numbers(config.Offsets));
        var layers = maps.Select((map, i) => new AnchorLayer(map.Rows, map.Columns, shapes[i]) { Step = steps?[i], Offset = offsets?[i] ?? 0.5 });
        return AnchorGrid.Create(layers, height, width, config.ClipBoxes);
    }

    public static BoxCoder Coder(SsdConfig config)
    {
        var values = Numbers(config.Variances)!.Value;
        return new BoxCoder((float)values[0], (float)values[1], (float)values[2], (float)values[3]);
    }

    public static void Check(SsdConfig config, SpecRuleContext context)
    {
        CheckNumbers(context, "variances", config.Variances, 4, value => value > 0, "positive numbers");
        if (config.Scales.Length > 0)
            CheckNumbers(context, "scales", config.Scales, Sizes, value => value > 0, "positive numbers");
        if (config.Scales.Length > 0 && (config.MinScale > 0 || config.MaxScale > 0))
            context.Warning("'scales' is given, so 'min_scale' and 'max_scale' are not read.", "Remove them.", "min_scale", "max_scale", "scales");
        if (config.Scales.Length == 0 && !(config.MinScale > 0 && config.MaxScale >= config.MinScale))
            context.Error("The spec gives no sizes of anchors.", "Set scales, or min_scale and a larger max_scale.", "scales", "min_scale", "max_scale");
        if (config.Offsets.Length > 0)
            CheckNumbers(context, "offsets", config.Offsets, SsdConfig.Maps, value => value is > 0 and < 1, "numbers between 0 and 1");
        if (config.Steps.Length > 0 && Steps(config) is null)
            context.Error($"'steps' is \"{config.Steps}\", which are not {SsdConfig.Maps} positive numbers or pairs.", "Write for example \"[8, 16, 32, 64, 100, 300]\".", "steps");
        if (config.AspectRatios.Length > 0 && PerMap(config) is null)
        {
            context.Error(
                $"'aspect_ratios' is \"{config.AspectRatios}\", which are not {SsdConfig.Maps} lists of positive numbers.", "Write a list for each feature map, as \"[[1.0, 2.0, 0.5], ...]\".", "aspect_ratios");
        }
        if (config.AspectRatios.Length > 0)
            return;
        if (config.AspectRatiosGlobal.Length == 0)
            context.Error("The spec gives no aspect ratios of anchors.", "Set aspect_ratios_global: \"[1.0, 2.0, 0.5, 3.0, 1.0/3.0]\".", "aspect_ratios_global", "arch");
        else
            CheckNumbers(context, "aspect_ratios_global", config.AspectRatiosGlobal, null, value => value > 0, "positive numbers");
    }

    private static ImmutableArray<double> Scales(SsdConfig config) => config.Scales.Length > 0
        ? Numbers(config.Scales)!.Value
        : [.. Enumerable.Range(0, Sizes).Select(i => config.MinScale + ((config.MaxScale - (double)config.MinScale) * i / (Sizes - 1)))];

    private static ImmutableArray<ImmutableArray<double>> Ratios(SsdConfig config) =>
        config.AspectRatios.Length > 0 ? PerMap(config)!.Value : [.. Enumerable.Repeat(Numbers(config.AspectRatiosGlobal)!.Value, SsdConfig.Maps)];

    private static ImmutableArray<ImmutableArray<double>>? PerMap(SsdConfig config) =>
        Evaluate(config.AspectRatios)?.AsRows() is { Length: SsdConfig.Maps } rows && rows.All(row => row.Length > 0 && row.All(ratio => ratio > 0)) ? rows : null;

    /// <summary>Null when there are none, and when they are wrong.</summary>
    private static ImmutableArray<(double Y, double X)>? Steps(SsdConfig config)
    {
        if (Evaluate(config.Steps) is not { IsNumber: false, Items.Length: SsdConfig.Maps } value)
            return null;
        (double Y, double X)[] steps = [.. value.Items.Select(Pair)];
        return Array.TrueForAll(steps, step => step is { Y: > 0, X: > 0 }) ? [.. steps] : null;

        static (double Y, double X) Pair(ExpressionValue item) =>
            item.IsNumber ? (item.Number, item.Number) : item.AsNumbers() is [var y, var x] ? (y, x) : (0, 0);
    }

    private static void CheckNumbers(SpecRuleContext context, string field, string text, int? count, Func<double, bool> isValid, string what)
    {
        if (Numbers(text) is { Length: > 0 } numbers && (count is null || numbers.Length == count) && numbers.All(isValid))
            return;
        context.Error($"'{field}' is \"{text}\", which are not {(count is { } wanted ? FormattableString.Invariant($"{wanted} ") : "")}{what}.", "Write a list, as \"[0.1, 0.2]\"; divisions as 1.0/3.0 are computed.", field);
    }

    private static ImmutableArray<double>? Numbers(string text) => Evaluate(text)?.AsNumbers();

    /// <summary>Null for a text that is no expression: the checks report it with the rule that it breaks.</summary>
    private static ExpressionValue? Evaluate(string text) => text.Length == 0 ? null : SpecExpression.Evaluate(text, null, new DiagnosticBag());
}
