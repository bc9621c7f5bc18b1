namespace Tao.Specs.Common.Detection;

/// <summary>The evaluation message of ssd, dssd and retinanet.</summary>
[SpecMessage("EvalConfig", Doc = "Validation in training, and evaluation.")]
public sealed record DetectionEvalConfig
{
    [SpecField("validation_period_during_training", Number = 1, ZeroIsDefault = true, Doc = "Epochs between validations; the last epoch is always validated.")]
    public uint ValidationPeriodDuringTraining { get; init; } = 10;

    [SpecField("average_precision_mode", Number = 2, Doc = "SAMPLE: mean at 11 recalls; INTEGRATE: area under the curve.")]
    public ApMode AveragePrecisionMode { get; init; }

    [SpecField("batch_size", Number = 3, Min = 1, Required = true, Doc = "Images at a time.")]
    public uint BatchSize { get; init; }

    [SpecField("matching_iou_threshold", Number = 4, ExclusiveMin = 0, ExclusiveMax = 1, ZeroIsDefault = true, Doc = "Overlap from which a box is right.")]
    public float MatchingIouThreshold { get; init; } = 0.5f;

    [SpecField("visualize_pr_curve", Number = 5, Doc = "Draw the precision-recall curves, PR_curve.png. Not in NVIDIA's schema of retinanet.")]
    public bool VisualizePrCurve { get; init; }
}
