using System.Globalization;
using Tao.Networks.Backbones;
using static TorchSharp.torch;

namespace Tao.Benchmarks;

/// <summary>Prints how many images a second each backbone trains and infers at 224 pixels.</summary>
internal static class BackboneBenchmark
{
    private const int Batch = 4;
    private const int TrainingRuns = 3;
    private const int InferenceRuns = 6;

    public static void Print(Device device)
    {
        Console.WriteLine("backbone,training,inference");
        foreach (var (name, arch, layers) in Variants())
        {
            using var benchmark = new TrainingBenchmark(device, TrainingBenchmark.Classifier(arch, layers), Batch);
            benchmark.TrainStep();
            benchmark.Infer();
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{name},{Speed(benchmark.TrainStep, TrainingRuns)},{Speed(benchmark.Infer, InferenceRuns)}"));
        }
    }

    /// <summary>Images a second of the fastest run: on a machine that others use too, the slower ones tell of the others.</summary>
    private static string Speed(Action work, int runs)
    {
        double speed = Batch / Statistics.Fastest(work, runs);
        return speed.ToString(speed < 10 ? "F1" : "F0", CultureInfo.InvariantCulture);
    }

    private static IEnumerable<(string Name, string Arch, int Layers)> Variants() => BackboneCatalog.All.SelectMany(backbone => backbone.Depths.IsEmpty
        ? [(backbone.Name, backbone.Name, 0)]
        : backbone.Depths.Where(depth => depth <= 101).Select(depth => ($"{backbone.Name} {depth}", backbone.Name, depth)));
}
