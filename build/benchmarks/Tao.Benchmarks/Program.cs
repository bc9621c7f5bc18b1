using System.Globalization;
using Tao.Benchmarks;
using TorchSharp.Extensions;
using static TorchSharp.torch;

// Prints ratios of medians taken in turn: ours, theirs, ours, theirs. Arguments: [cpu|cuda] [rounds], "backbones" for the speed of each, "int8" for ONNX
// Runtime alone, "noop" for builds with nothing to do, or "detection" with the folder of a Pascal VOC data set.
CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
string what = args.FirstOrDefault() ?? "cpu";
var target = device(what is "backbones" or "int8" or "noop" or "detection" ? "cpu" : what);
int rounds = what != "detection" && args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 5;
int threads = Environment.ProcessorCount;
set_num_threads(threads);
TorchRuntime.KeepMemory();
Console.WriteLine($"libtorch {TorchRuntime.LibraryVersion}, {threads} threads, {target}; CPU: {CpuFeatures.Describe()}");

if (what == "backbones")
{
    BackboneBenchmark.Print(target);
    return;
}

if (what == "int8")
{
    PrintInt8();
    return;
}

if (what == "noop")
{
    NoOpBuild.Print(rounds);
    LargeNoOpBuild.Print(rounds);
    return;
}

if (what == "detection")
{
    string photographs = Path.GetFullPath(args.ElementAtOrDefault(1) ?? throw new ArgumentException("Name the folder of a Pascal VOC data set: detection FOLDER."));
    new DetectionBenchmark("resnet", photographs, threads).Print(rounds);
    new DetectionBenchmark("mobilenet_v2", photographs, threads).Print(rounds);
    return;
}

using (var ours = new TrainingBenchmark(target, TrainingBenchmark.Classifier("resnet", 18), batch: 16))
using (var theirs = PyTorchWorker.TryStart("pytorch_worker.py", threads.ToString(CultureInfo.InvariantCulture), target.ToString()))
{
    Console.WriteLine(theirs is null ? "PyTorch is not installed: only our own times." : $"PyTorch {theirs.Version}");
    Comparison.Print("ResNet-18 224 px, batch 16: training step", rounds, ours.TrainStep, theirs, "train");
    Comparison.Print("ResNet-18 224 px, batch 16: inference", rounds, ours.Infer, theirs, "infer");
}

if (target.type == TorchSharp.DeviceType.CUDA)
    return;

PrintInt8();

NoOpBuild.Print(rounds);
LargeNoOpBuild.Print(rounds);

void PrintInt8()
{
    using (var resnet = new Int8Benchmark(threads, "resnet", 18))
    {
        Comparison.Print("ResNet-18 224 px, batch 1, ONNX Runtime", rounds, ("INT8", resnet.RunInt8), ("FP32", resnet.RunFloat));
        Comparison.Print("ResNet-18 224 px, batch 1, ONNX Runtime", rounds, ("half the channels", resnet.RunPruned), ("all", resnet.RunFloat));
    }

    using (var mobilenet = new Int8Benchmark(threads, "mobilenet_v2", 0))
        Comparison.Print("MobileNetV2 224 px, batch 1, ONNX Runtime", rounds, ("INT8", mobilenet.RunInt8), ("FP32", mobilenet.RunFloat));
}
