using System.Diagnostics;
using Microsoft.ML.OnnxRuntime;

namespace Tao.Engine.Gates;

/// <summary>How long ONNX Runtime takes for one image.</summary>
internal static class ModelLatency
{
    private const int WarmUps = 5;
    private const int Batches = 9;

    // One run of a small model is shorter than the clock's own unrest.
    private static readonly TimeSpan _batchTime = TimeSpan.FromMilliseconds(60);

    // Makes the median absolute deviation of a normal distribution its standard deviation (Rousseeuw and Croux 1993, section 1).
    private const double ToDeviation = 1.4826;

    /// <returns>The median of several means, in milliseconds, and the standard deviation of such means, from the median of their distances to it.</returns>
    public static (double Milliseconds, double Deviation) Measure(string path)
    {
        using var options = new SessionOptions { IntraOpNumThreads = Environment.ProcessorCount };
        using var session = new InferenceSession(path, options);
        var (name, input) = session.InputMetadata.Single();
        long[] shape = [.. input.Dimensions.Select(size => (long)Math.Max(1, size))];
        using var image = OrtValue.CreateTensorValueFromMemory(new float[shape.Aggregate(1L, (product, size) => product * size)], shape);
        string[] outputs = [.. session.OutputNames];
        for (int i = 0; i < WarmUps; i++)
            Run();
        double[] means = [.. Enumerable.Range(0, Batches).Select(_ => Mean()).Order()];
        double median = means[Batches / 2];
        double[] distances = [.. means.Select(mean => Math.Abs(mean - median)).Order()];
        return (median, ToDeviation * distances[Batches / 2]);

        double Mean()
        {
            int runs = 0;
            long started = Stopwatch.GetTimestamp();
            do
            {
                Run();
                runs++;
            }
            while (Stopwatch.GetElapsedTime(started) < _batchTime);
            return Stopwatch.GetElapsedTime(started).TotalMilliseconds / runs;
        }

        void Run()
        {
            using var run = new RunOptions();
            session.Run(run, new Dictionary<string, OrtValue> { [name] = image }, outputs).Dispose();
        }
    }
}
