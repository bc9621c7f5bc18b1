using Google.Protobuf;

namespace Tao.Engine.Logs.TensorBoard;

/// <summary>TensorFlow's <c>HistogramProto</c>: counts between limits that grow by a tenth from 1e-12 on, to both sides of zero.</summary>
internal sealed class EventHistogram
{
    private const double SmallestLimit = 1e-12;
    private const double LargestLimit = 1e20;
    private const double Growth = 1.1;

    private static readonly double[] _limits = MakeLimits();

    private readonly long[] _counts = new long[_limits.Length];
    private double _min = double.PositiveInfinity;
    private double _max = double.NegativeInfinity;
    private double _sum;
    private double _sumOfSquares;
    private long _count;

    public static EventHistogram Of(ReadOnlySpan<float> values)
    {
        var histogram = new EventHistogram();
        foreach (float value in values)
            histogram.Add(value);
        return histogram;
    }

    /// <summary>A value counts in the first bucket whose limit is above it.</summary>
    private void Add(double value)
    {
        int place = Array.BinarySearch(_limits, value);
        _counts[Math.Min(place < 0 ? ~place : place + 1, _limits.Length - 1)]++;
        _min = Math.Min(_min, value);
        _max = Math.Max(_max, value);
        _sum += value;
        _sumOfSquares += value * value;
        _count++;
    }

    public void WriteTo(CodedOutputStream output)
    {
        foreach (var (field, value) in new[] { (1, _count == 0 ? 0 : _min), (2, _count == 0 ? 0 : _max), (3, (double)_count), (4, _sum), (5, _sumOfSquares) })
        {
            output.WriteTag(field, WireFormat.WireType.Fixed64);
            output.WriteDouble(value);
        }
        int[] used = [.. UsedBuckets()];
        WritePacked(output, 6, used.Select(bucket => _limits[bucket]));
        WritePacked(output, 7, used.Select(bucket => (double)_counts[bucket]));
    }

    /// <summary>Of a run of empty buckets only the last one, whose limit is where the next one begins.</summary>
    private IEnumerable<int> UsedBuckets()
    {
        for (int bucket = 0; bucket < _limits.Length; bucket++)
        {
            bool last = bucket == _limits.Length - 1;
            if (_counts[bucket] > 0 || (!last && _counts[bucket + 1] > 0))
                yield return bucket;
        }
    }

    private static void WritePacked(CodedOutputStream output, int field, IEnumerable<double> values)
    {
        double[] all = [.. values];
        output.WriteTag(field, WireFormat.WireType.LengthDelimited);
        output.WriteLength(all.Length * sizeof(double));
        foreach (double value in all)
            output.WriteDouble(value);
    }

    private static double[] MakeLimits()
    {
        var positive = new List<double>();
        for (double limit = SmallestLimit; limit < LargestLimit; limit *= Growth)
            positive.Add(limit);
        positive.Add(double.MaxValue);
        return [.. positive.AsEnumerable().Reverse().Select(limit => -limit), 0, .. positive];
    }
}
