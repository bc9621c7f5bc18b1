using System.Collections.Immutable;
using Tao.Cli.Parsing;

namespace Tao.Cli.SubTasks;

internal sealed class CalibrateTask : SubTask
{
    private static readonly Flag _output = ModelFlags.Output with
    {
        Description = "The INT8 ONNX file for TensorRT, by default MODEL.int8.onnx; the one for ONNX Runtime on x86 is written beside it, as .ort.onnx.",
    };

    public override string Name => "calibrate";

    public override string Summary => "Finds INT8 ranges on real images and writes the quantised ONNX file and the TensorRT cache.";

    public override ImmutableArray<Flag> Flags { get; } =
    [
        ModelFlags.Model,
        _output,
        CalibrationFlags.Images with { Aliases = ["-d", "--image_dir"] },
        CalibrationFlags.Spec,
        CommonFlags.ResultsFolder,
        CalibrationFlags.Algorithm,
        CalibrationFlags.Percentile,
        CalibrationFlags.BiasCorrection,
        CalibrationFlags.MetricBudget,
        CalibrationFlags.FloatLayers,
        CalibrationFlags.Batches,
        CalibrationFlags.BatchSize with { Aliases = ["-b"] },
        CalibrationFlags.Cache,
        CalibrationFlags.Scales,
        CalibrationFlags.TensorRt,
        CommonFlags.Key,
        CommonFlags.Verbose,
    ];

    public override ImmutableArray<PlannedStage> Plan(SubTaskInput input)
    {
        var model = input.ExistingFile(ModelFlags.Model)!;
        var target = ModelFlags.WithExtension(input.Flags.Text(_output) ?? Path.ChangeExtension(model, ".int8.onnx"), ".onnx");
        var results = input.Flags.Text(CommonFlags.ResultsFolder) ?? ResultsFolder.Beside(target);
        return [Calibration.Stage(input, model, target, results)];
    }
}
