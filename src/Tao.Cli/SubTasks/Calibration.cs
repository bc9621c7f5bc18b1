using Tao.Engine.Stages;

namespace Tao.Cli.SubTasks;

/// <summary>The calibration stage, as two sub-tasks ask for it.</summary>
internal static class Calibration
{
    public static PlannedStage Stage(SubTaskInput input, string? model, string target, string results)
    {
        var flags = input.Flags;
        var spec = input.ExistingFile(CalibrationFlags.Spec);
        var images = input.ExistingFolder(CalibrationFlags.Images);
        if (spec is null && images is null)
        {
            input.Bag.Error(
                CliCodes.MissingFlag, "INT8 calibration needs real images.",
                $"Give {CalibrationFlags.Images.Name} DIR, or -e FILE to use the spec's training images.");
        }
        var request = input.Request(StageKind.Int8Calibrate, spec, results) with
        {
            Inputs = StageInputs.Of(("model", model), ("images", images)),
            Options = flags.Options(
                CalibrationFlags.Batches, CalibrationFlags.BatchSize, CalibrationFlags.Algorithm, CalibrationFlags.Percentile, CalibrationFlags.TensorRt,
                CalibrationFlags.BiasCorrection, CalibrationFlags.MetricBudget, CalibrationFlags.FloatLayers),
        };
        return new PlannedStage(request)
        {
            Deliveries =
            [
                new Delivery("onnx", input.Context.FullPath(target)),
                new Delivery("onnxruntime", input.Context.FullPath(Path.ChangeExtension(target, ".ort.onnx"))),
                new Delivery("calibration_cache", input.Context.FullPath(flags.Text(CalibrationFlags.Cache)!)),
                .. flags.Text(CalibrationFlags.Scales) is { } scales ? [new Delivery("tensor_scales", input.Context.FullPath(scales))] : Array.Empty<Delivery>(),
            ],
        };
    }
}
