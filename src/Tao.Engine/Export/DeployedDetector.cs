using Tao.Objectives;
using Tao.Objectives.Detection;
using Tao.Onnx;
using Tao.Onnx.Detection;

namespace Tao.Engine.Export;

/// <summary>Puts into an exported file what makes boxes of a detector's outputs.</summary>
internal static class DeployedDetector
{
    /// <summary>The file as it is deployed: a detector with decoding and suppression in standard operators, any other model as it is.</summary>
    public static OnnxModel Complete(OnnxModel network, IObjective objective) =>
        objective.Detector is { } detector ? DetectionTail.Append(network, DecodingOf(detector)) : network;

    public static OnnxModel CompleteForTensorRt(OnnxModel network, DetectionSettings detector) => DetectionTail.AppendEfficientNms(network, DecodingOf(detector));

    private static BoxDecoding DecodingOf(DetectionSettings detector)
    {
        float[] anchors = [.. detector.Anchors.Boxes.SelectMany(box => new[] { (box.X1 + box.X2) / 2, (box.Y1 + box.Y2) / 2, box.Width, box.Height })];
        var (coder, suppression) = (detector.Coder, detector.Suppression);
        return new BoxDecoding(anchors, new[] { coder.X, coder.Y, coder.Width, coder.Height }, (float)suppression.MinScore, (float)suppression.MaxIou, suppression.TopK);
    }
}
