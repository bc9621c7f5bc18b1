using System.Collections.Immutable;
using Tao.Objectives.Detection;
using Tao.Specs;
using Tao.Specs.Expressions;

namespace Tao.Networks.Blocks.Detection;

/// <summary>The anchors that a spec describes in SSD's lists.</summary>
internal static class SsdAnchors
{
    /// <summary>The shapes of each feature map. Only for a spec that was bound without errors.</summary>
    public static ImmutableArray<ImmutableArray<AnchorShape>> Shapes(AnchorLists lists)
    {
        var (scales, ratios) = (Scales(lists), Ratios(lists));
        return [.. Enumerable.Range(0, lists.Maps).Select(map => AnchorShape.WithOctaves(AnchorShape.OfScale(scales[map], scales[map + 1], ratios[map], lists.TwoBoxesForAr1), lists.Octaves))];
    }

    /// <param name="maps">Rows and columns of each feature map.</param>
    public static AnchorGrid Grid(AnchorLists lists, IReadOnlyList<(int Rows, int Columns)> maps, int height, int width)
    {
        var (shapes, steps, offsets) = (Shapes(lists), Steps(lists), Numbers(lists.Offsets));
        var layers = maps.Select((map, i) => new AnchorLayer(map.Rows, map.Columns, shapes[i]) { Step = steps?[i], Offset = offsets?[i] ?? 0.5 });
        return AnchorGrid.Create(layers, height, width, lists.ClipBoxes);
    }

    public static BoxCoder Coder(AnchorLists lists)
    {
        var values = Numbers(lists.Variances)!.Value;
        return new BoxCoder((float)values[0], (float)values[1], (float)values[2], (float)values[3]);
    }

    public static void Check(AnchorLists lists, SpecRuleContext context)
    {
        CheckNumbers(context, "variances", lists.Variances, 4, value => value > 0, "positive numbers");
        if (lists.Scales.Length > 0)
            CheckNumbers(context, "scales", lists.Scales, lists.Maps + 1, value => value > 0, "positive numbers");
        if (lists.Scales.Length > 0 && (lists.MinScale > 0 || lists.MaxScale > 0))
            context.Warning("'scales' is given, so 'min_scale' and 'max_scale' are not read.", "Remove them.", "min_scale", "max_scale", "scales");
        if (lists.Scales.Length == 0 && !(lists.MinScale > 0 && lists.MaxScale >= lists.MinScale))
            context.Error("The spec gives no sizes of anchors.", "Set scales, or min_scale and a larger max_scale.", "scales", "min_scale", "max_scale");
        if (lists.Offsets.Length > 0)
            CheckNumbers(context, "offsets", lists.Offsets, lists.Maps, value => value is > 0 and < 1, "numbers between 0 and 1");
        if (lists.Steps.Length > 0 && Steps(lists) is null)
            context.Error($"'steps' is \"{lists.Steps}\", which are not {lists.Maps} positive numbers or pairs.", "Write for example \"[8, 16, 32, 64, 100, 300]\".", "steps");
        if (lists.AspectRatios.Length > 0 && PerMap(lists) is null)
        {
            context.Error(
                $"'aspect_ratios' is \"{lists.AspectRatios}\", which are not {lists.Maps} lists of positive numbers.", "Write a list for each feature map, as \"[[1.0, 2.0, 0.5], ...]\".", "aspect_ratios");
        }
        if (lists.AspectRatios.Length > 0)
            return;
        if (lists.AspectRatiosGlobal.Length == 0)
            context.Error("The spec gives no aspect ratios of anchors.", "Set aspect_ratios_global: \"[1.0, 2.0, 0.5, 3.0, 1.0/3.0]\".", "aspect_ratios_global", "arch");
        else
            CheckNumbers(context, "aspect_ratios_global", lists.AspectRatiosGlobal, null, value => value > 0, "positive numbers");
    }

    private static ImmutableArray<double> Scales(AnchorLists lists) => lists.Scales.Length > 0
        ? Numbers(lists.Scales)!.Value
        : [.. Enumerable.Range(0, lists.Maps + 1).Select(i => lists.MinScale + ((lists.MaxScale - (double)lists.MinScale) * i / lists.Maps))];

    private static ImmutableArray<ImmutableArray<double>> Ratios(AnchorLists lists) =>
        lists.AspectRatios.Length > 0 ? PerMap(lists)!.Value : [.. Enumerable.Repeat(Numbers(lists.AspectRatiosGlobal)!.Value, lists.Maps)];

    private static ImmutableArray<ImmutableArray<double>>? PerMap(AnchorLists lists) =>
        Evaluate(lists.AspectRatios)?.AsRows() is { } rows && rows.Length == lists.Maps && rows.All(row => row.Length > 0 && row.All(ratio => ratio > 0)) ? rows : null;

    /// <summary>Null when there are none, and when they are wrong.</summary>
    private static ImmutableArray<(double Y, double X)>? Steps(AnchorLists lists)
    {
        if (Evaluate(lists.Steps) is not { IsNumber: false } value || value.Items.Length != lists.Maps)
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
