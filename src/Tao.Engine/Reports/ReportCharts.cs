using System.Collections.Immutable;
using System.Globalization;
using Tao.Engine.Stages;

namespace Tao.Engine.Reports;

/// <summary>Makes charts of training logs and of curves of precision and recall.</summary>
internal static class ReportCharts
{
    // A curve has a point for each answer; a screen shows no more than these.
    private const int CurvePoints = 101;

    /// <summary>A chart of the losses and one of the metrics; none for a log without epochs.</summary>
    public static IEnumerable<Chart> OfTraining(StageKind stage, ImmutableArray<string[]> log)
    {
        if (log.Length < 2)
            yield break;
        string[] header = log[0];
        ImmutableArray<double> epochs = [.. log[1..].Select(row => Number(row[Array.IndexOf(header, "epoch")]) ?? 0)];
        ChartSeries[] series = [.. header.Select((name, column) => (name, column)).Where(item => item.name is not ("epoch" or "lr"))
            .Select(item => new ChartSeries(item.name, [.. log[1..].Select(row => Number(row[item.column]))]))];
        ChartSeries[] losses = [.. series.Where(IsLoss)], metrics = [.. series.Where(item => !IsLoss(item))];
        yield return new Chart($"{stage}-loss", $"{stage}: loss", "epoch", epochs, [.. losses]);
        if (metrics.Length > 0)
            yield return new Chart($"{stage}-metrics", $"{stage}: metrics", "epoch", epochs, [.. metrics]);
    }

    /// <summary>Precision over recall, a line for each class; null without a curve.</summary>
    /// <param name="table">The columns class, score, recall and precision.</param>
    public static Chart? OfPrecisionRecall(ImmutableArray<string[]> table)
    {
        if (table.Length < 2)
            return null;
        ImmutableArray<double> recalls = [.. Enumerable.Range(0, CurvePoints).Select(i => i / (CurvePoints - 1.0))];
        var lines = table[1..].GroupBy(row => row[0]).Select(rows =>
        {
            (double Recall, double Precision)[] points = [.. rows.Select(row => (Number(row[2]) ?? 0, Number(row[3]) ?? 0))];
            return new ChartSeries(rows.Key, [.. recalls.Select(recall => PrecisionAt(points, recall))]);
        });
        return new Chart("precision-recall", "Precision over recall", "recall", recalls, [.. lines]);
    }

    /// <summary>The best precision at that recall or a higher one, as average precision counts it; null beyond the curve.</summary>
    private static double? PrecisionAt((double Recall, double Precision)[] points, double recall)
    {
        double best = -1;
        foreach (var (pointRecall, precision) in points)
        {
            if (pointRecall >= recall && precision > best)
                best = precision;
        }
        return best < 0 ? null : best;
    }

    private static bool IsLoss(ChartSeries series) => series.Label.Contains("loss", StringComparison.OrdinalIgnoreCase);

    private static double? Number(string cell) => double.TryParse(cell, NumberStyles.Float, CultureInfo.InvariantCulture, out double value) && double.IsFinite(value) ? value : null;
}
