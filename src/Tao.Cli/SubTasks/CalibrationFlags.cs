using Tao.Cli.Parsing;

namespace Tao.Cli.SubTasks;

/// <summary>How INT8 ranges are found; shared by <c>export --data_type int8</c> and <c>calibrate</c>.</summary>
internal static class CalibrationFlags
{
    public static Flag Spec { get; } = new("--experiment_spec", FlagKind.Text, "The spec file; without --cal_image_dir its training images calibrate.") { Aliases = ["-e"], ValueName = "FILE" };

    public static Flag Images { get; } = new("--cal_image_dir", FlagKind.Text, "Folder of real images to calibrate on; never random ones.") { ValueName = "DIR" };

    public static Flag Cache { get; } = new("--cal_cache_file", FlagKind.Text, "TensorRT calibration cache to write.") { Default = "./cal.bin", ValueName = "FILE" };

    public static Flag Scales { get; } = new("--cal_json_file", FlagKind.Text, "TAO's JSON file of the ranges to write; those that were trained, of a model trained with enable_qat.") { ValueName = "FILE" };

    public static Flag Batches { get; } = new("--batches", FlagKind.Integer, "Batches to calibrate on.") { Default = "10", ValueName = "N" };

    public static Flag BatchSize { get; } = new("--batch_size", FlagKind.Integer, "Images in a batch.") { Default = "16", ValueName = "N" };

    public static Flag Algorithm { get; } = new("--calibration_algorithm", FlagKind.Text, "How the ranges are found.")
    {
        Aliases = ["-a"],
        Default = "entropy",
        Values = ["entropy", "minmax", "percentile"],
        ValueName = "NAME",
    };

    public static Flag Percentile { get; } = new("--calibration_percentile", FlagKind.Number, "Share of the values that percentile keeps, in percent.") { Default = "99.99", ValueName = "X" };

    public static Flag BiasCorrection { get; } = new("--bias_correction", FlagKind.Switch, "Take the mean error of rounding out of each layer's biases.");

    public static Flag MetricBudget { get; } = new("--metric_budget", FlagKind.Number, "Accuracy that INT8 may cost on the spec's evaluation set, as 0.015; layers go back to float until it is kept.") { ValueName = "X" };

    public static Flag FloatLayers { get; } = new("--float_layers", FlagKind.List, "Layers to keep in float.") { ValueName = "NAME" };

    public static Flag TensorRt { get; } = new("--tensorrt_version", FlagKind.Text, "TensorRT version that the calibration cache is for.") { Default = "8.6.1", ValueName = "VERSION" };
}
