using System.Collections.Immutable;
using Tao.Networks;

namespace Tao.Cli.SubTasks;

/// <summary>What the networks of the catalogue can be asked to do.</summary>
internal static class SubTaskCatalog
{
    private static readonly ImmutableArray<SubTask> _classifiers =
        [new TrainTask(detects: false), new EvaluateTask(), new PruneTask(), new ExportTask(detects: false), new CalibrateTask(), new InferenceTask()];

    private static readonly ImmutableArray<SubTask> _detectors =
    [
        new DatasetConvertTask(), new TrainTask(detects: true), new EvaluateTask(), new PruneTask(), new ExportTask(detects: true), new CalibrateTask(),
        new DetectorInferenceTask(),
    ];

    public static ImmutableArray<SubTask> For(NetworkCard network) => network.Data == DatasetFormat.Boxes ? _detectors : _classifiers;

    /// <summary>Sub-tasks of TAO that have no work to do here.</summary>
    public static ImmutableSortedDictionary<string, string> Elsewhere { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["confmat"] = "'evaluate' prints the confusion matrix of every task and writes it as CSV.",
        ["calibration_tensorfile"] = "Calibration reads images itself: use 'calibrate --cal_image_dir DIR'.",
        ["dataset_convert"] = "A folder per class needs no conversion: name it in train_config.train_dataset_path.",
        ["gen_trt_engine"] = "Use 'export', then trtexec on the target machine.",
    }.ToImmutableSortedDictionary(StringComparer.Ordinal);
}
