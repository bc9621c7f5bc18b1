using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using Tao.Engine;
using Tao.Engine.Events;
using Tao.Engine.Stages;

namespace Tao.Benchmarks;

/// <summary>
/// Epochs of SSD's training at 300 pixels, from the image files to the step, in turn with torchvision's: the engine's own training stops in its report of an
/// epoch while the other side has its turn.
/// </summary>
internal sealed class DetectionBenchmark(string arch, string data, int threads) : IEventSink
{
    private const int Batch = 8;

    private readonly CancellationTokenSource _enough = new();
    private readonly List<double> _ours = [];
    private readonly List<double> _theirs = [];

    private PyTorchWorker? _worker;
    private int _images;
    private int _rounds;
    private int _reported;
    private long _started;

    public void Print(int rounds)
    {
        _rounds = rounds;
        string folder = Directory.CreateTempSubdirectory("tao-bench").FullName;
        using var worker = _worker = PyTorchWorker.TryStart("detection_worker.py", threads.ToString(CultureInfo.InvariantCulture), data, arch);
        try
        {
            _images = File.ReadLines(Path.Combine(data, "ImageSets", "Main", "train.txt")).Count(line => line.Trim().Length > 0);
            File.WriteAllText(Path.Combine(folder, "spec.txt"), Spec());
            var runner = new StageRunner(this, TimeProvider.System);
            runner.Run(Request(StageKind.ConvertDataset, folder), CancellationToken.None);
            runner.Run(Request(StageKind.Train, folder) with { Inputs = ImmutableSortedDictionary<string, string>.Empty.Add("dataset", "ConvertDataset/dataset.json") }, _enough.Token);
        }
        catch (OperationCanceledException)
        {
            // That is how the rounds end.
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
        string line = string.Create(CultureInfo.InvariantCulture, $"SSD {arch} 300 px, batch {Batch}, training from files: {_images / Statistics.Median(_ours):F1} images/s");
        if (worker is not null)
        {
            line += string.Create(
                CultureInfo.InvariantCulture,
                $"; torchvision (PyTorch {worker.Version}) {_images / Statistics.Median(_theirs):F1} images/s; it takes {Comparison.Ratio(_theirs, _ours):F2} times as long");
        }
        Console.WriteLine(line);
    }

    /// <summary>The first epoch, of each side, warms up.</summary>
    public void Publish(EngineEvent engineEvent)
    {
        if (engineEvent is not MetricEvent { Name: "loss", Epoch: int epoch } || epoch <= _reported)
            return;
        _reported = epoch;
        double ours = Stopwatch.GetElapsedTime(_started).TotalSeconds;
        double? theirs = _worker?.Measure("epoch");
        if (epoch > 1)
        {
            _ours.Add(ours);
            if (theirs is { } seconds)
                _theirs.Add(seconds);
        }
        if (epoch > _rounds)
            _enough.Cancel();
        _started = Stopwatch.GetTimestamp();
    }

    private static StageRequest Request(StageKind stage, string folder) => new()
    {
        Stage = stage,
        Network = "ssd",
        ProjectDirectory = folder,
        Spec = "spec.txt",
        OutputDirectory = stage.ToString(),
        Seed = 1,
    };

    private string Spec() => string.Create(CultureInfo.InvariantCulture, $$"""
        dataset_config {
          data_sources { image_directory_path: "{{data}}" label_directory_path: "train" }
          validation_data_sources { image_directory_path: "{{data}}" label_directory_path: "val" }
          type: "voc"
          target_class_mapping { key: "Platelets" value: "platelets" }
          target_class_mapping { key: "RBC" value: "rbc" }
          target_class_mapping { key: "WBC" value: "wbc" }
          include_difficult_in_training: true
        }
        augmentation_config {
          output_width: 300 output_height: 300 output_channel: 3
          random_crop_min_scale: 0.5 zoom_out_max_scale: 1.5 random_flip: 0.5
          preprocess_mode: "torch"
        }
        training_config {
          batch_size_per_gpu: {{Batch}}
          num_epochs: {{_rounds + 2}}
          learning_rate { soft_start_annealing_schedule { min_learning_rate: 1e-4 max_learning_rate: 1e-3 soft_start: 0.1 annealing: 0.6 } }
          regularizer { type: L2 weight: 3e-5 }
          checkpoint_interval: 1000
        }
        eval_config { validation_period_during_training: 1000 average_precision_mode: INTEGRATE batch_size: {{Batch}} matching_iou_threshold: 0.5 }
        nms_config { confidence_threshold: 0.01 clustering_iou_threshold: 0.45 top_k: 200 }
        ssd_config {
          arch: "{{arch}}" nlayers: 18
          aspect_ratios_global: "[1.0, 2.0, 0.5, 3.0, 1.0/3.0]"
          scales: "[0.08, 0.15, 0.3, 0.45, 0.6, 0.75, 0.9]"
          two_boxes_for_ar1: true
          variances: "[0.1, 0.1, 0.2, 0.2]"
        }
        """);
}
