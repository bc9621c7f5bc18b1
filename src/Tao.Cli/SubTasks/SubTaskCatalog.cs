using System.Collections.Immutable;

namespace Tao.Cli.SubTasks;

/// <summary>What every network of the catalogue can be asked to do.</summary>
internal static class SubTaskCatalog
{
    public static ImmutableArray<SubTask> All { get; } =
        [new TrainTask(), new EvaluateTask(), new PruneTask(), new ExportTask(), new CalibrateTask(), new InferenceTask()];

    /// <summary>Sub-tasks of TAO that have no work to do here.</summary>
    public static ImmutableSortedDictionary<string, string> Elsewhere { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["confmat"] = "'evaluate' prints the confusion matrix of every task and writes it as CSV.",
        ["calibration_tensorfile"] = "Calibration reads images itself: use 'calibrate --cal_image_dir DIR'.",
        ["dataset_convert"] = "A folder per class needs no conversion: name it in train_config.train_dataset_path.",
        ["gen_trt_engine"] = "Use 'export', then trtexec on the target machine.",
    }.ToImmutableSortedDictionary(StringComparer.Ordinal);
}
