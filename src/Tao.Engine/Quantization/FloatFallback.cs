using System.Collections.Immutable;
using System.Globalization;
using Tao.Engine.IO;

namespace Tao.Engine.Quantization;

/// <summary>
/// Which layers go back to float so that the 8-bit model keeps a metric: while it is below the target, the layer whose rounding alone hurts
/// most follows, and the model is derived and measured again.
/// </summary>
/// <param name="Layers">The layers in float, those that were asked for too.</param>
/// <param name="Metric">The metric with them; NaN when none was measured.</param>
/// <param name="Met">Whether the target was reached.</param>
internal sealed record FloatFallback(ImmutableSortedSet<string> Layers, ImmutableArray<FloatLayer> Steps, double Metric, bool Met)
{
    // A loss of exactly the budget keeps it, whatever the last bits of the difference are.
    private const double Tolerance = 1e-9;

    /// <summary>For layers that are only named.</summary>
    public static FloatFallback Given(ImmutableSortedSet<string> layers) => new(layers, Requested(layers), double.NaN, Met: true);

    /// <param name="given">In float from the start.</param>
    /// <param name="worstFirst">The other layers; asked for once, when the metric is below the target.</param>
    /// <param name="measure">The metric of the 8-bit model with these layers in float.</param>
    /// <returns>The first set that reaches the target; when half of the layers do not, the best set seen (of equals the smallest).</returns>
    public static FloatFallback Search(
        ImmutableSortedSet<string> given, double target, Func<ImmutableArray<LayerSensitivity>> worstFirst, Func<ImmutableSortedSet<string>, double> measure)
    {
        var best = new FloatFallback(given, Requested(given), measure(given), Met: false);
        if (best.Metric >= target - Tolerance)
            return best with { Met = true };
        var current = best;
        var candidates = worstFirst();
        // A network that is half in float gains too little to go on.
        foreach (var candidate in candidates.Take((candidates.Length + 1) / 2))
        {
            var layers = current.Layers.Add(candidate.Layer);
            double metric = measure(layers);
            current = new FloatFallback(layers, current.Steps.Add(new FloatLayer(candidate.Layer, candidate.Sqnr, metric)), metric, metric >= target - Tolerance);
            if (current.Met)
                return current;
            if (current.Metric > best.Metric)
                best = current;
        }
        return best;
    }

    public string ToCsv() => CsvText.Of(Steps.Select(step => new[]
    {
        step.Name,
        step.Sqnr.HasValue ? "budget" : "request",
        step.Sqnr?.ToString("F2", CultureInfo.InvariantCulture) ?? "",
        step.Metric is { } metric ? CsvText.Number(metric) : "",
    }).Prepend(["layer", "reason", "sqnr_alone_db", "metric_after"]));

    private static ImmutableArray<FloatLayer> Requested(ImmutableSortedSet<string> layers) => [.. layers.Select(layer => new FloatLayer(layer, null, null))];
}
