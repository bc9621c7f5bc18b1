using System.Diagnostics;

namespace Tao.Benchmarks;

internal static class Statistics
{
    public static double Median(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        int middle = sorted.Length / 2;
        return sorted.Length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    /// <summary>Median seconds of <paramref name="count"/> runs.</summary>
    public static double Measure(Action work, int count) => Median(Times(work, count));

    /// <summary>Seconds of the fastest of <paramref name="count"/> runs.</summary>
    public static double Fastest(Action work, int count) => Times(work, count).Min();

    private static IEnumerable<double> Times(Action work, int count) => Enumerable.Range(0, count).Select(_ =>
    {
        long start = Stopwatch.GetTimestamp();
        work();
        return Stopwatch.GetElapsedTime(start).TotalSeconds;
    });
}
