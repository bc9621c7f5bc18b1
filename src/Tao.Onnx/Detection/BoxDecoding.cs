namespace Tao.Onnx.Detection;

/// <summary>How a detector's raw outputs become boxes, see <see cref="DetectionTail"/>.</summary>
/// <param name="Anchors">Centre x, centre y, width and height of each anchor, as shares of the image.</param>
/// <param name="Variances">What the four offsets of a box are multiplied by.</param>
/// <param name="MinScore">Boxes of this score or less are dropped.</param>
/// <param name="MaxIou">A box that overlaps a better one of its class by more is dropped.</param>
/// <param name="TopK">The most boxes of a class, and of an image.</param>
public sealed record BoxDecoding(ReadOnlyMemory<float> Anchors, ReadOnlyMemory<float> Variances, float MinScore, float MaxIou, int TopK);
