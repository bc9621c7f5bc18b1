namespace Tao.Onnx.Detection;

/// <param name="Scores">The value with N × anchors × classes scores, without the background.</param>
/// <param name="Boxes">The value with N × anchors × 4 corners.</param>
internal sealed record TailInputs(string Scores, string Boxes, int Anchors, int Classes);
