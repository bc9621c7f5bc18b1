namespace Tao.Specs.Common.Detection;

/// <summary>Which stages read what a detector's spec says.</summary>
public static class DetectionStages
{
    /// <summary>Those that turn a trained model's outputs into boxes, for which they need the anchors and the suppression.</summary>
    public const SpecStages Answers = SpecStages.Evaluate | SpecStages.Export | SpecStages.Calibrate | SpecStages.Inference;
}
