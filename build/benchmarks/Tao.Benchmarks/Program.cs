using System.Globalization;
using Tao.Benchmarks;
using TorchSharp.Extensions;
using static TorchSharp.torch;

// Prints ratios of medians taken in turn: ours, theirs, ours, theirs. Arguments: [cpu|cuda] [rounds], or "backbones" for the speed of each.
CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
bool backbones = args.FirstOrDefault() == "backbones";
var target = device(backbones ? "cpu" : args.FirstOrDefault() ?? "cpu");
int rounds = args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 5;
int threads = Environment.ProcessorCount;
set_num_threads(threads);
TorchRuntime.KeepMemory();
Console.WriteLine($"libtorch {TorchRuntime.LibraryVersion}, {threads} threads, {target}; CPU: {CpuFeatures.Describe()}");

if (backbones)
{
    BackboneBenchmark.Print(target);
    return;
}

using (var ours = new TrainingBenchmark(target, TrainingBenchmark.Classifier("resnet", 18), batch: 16))
using (var theirs = PyTorchWorker.TryStart(Path.Combine(Comparison.RepositoryRoot(), "build/benchmarks/pytorch_worker.py"), threads, target.ToString()))
{
    Console.WriteLine(theirs is null ? "PyTorch is not installed: only our own times." : $"PyTorch {theirs.Version}");
    Comparison.Print("ResNet-18 224 px, batch 16: training step", rounds, ours.TrainStep, theirs, "train");
    Comparison.Print("ResNet-18 224 px, batch 16: inference", rounds, ours.Infer, theirs, "infer");
}

if (target.type == TorchSharp.DeviceType.CUDA)
    return;

using (var int8 = new Int8Benchmark(threads))
    Comparison.Print("ResNet-18 224 px, batch 1, ONNX Runtime", rounds, ("INT8", int8.RunInt8), ("FP32", int8.RunFloat));

NoOpBuild.Print(rounds);
