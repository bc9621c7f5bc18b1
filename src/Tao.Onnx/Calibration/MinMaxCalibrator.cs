namespace Tao.Onnx.Calibration;

/// <summary>Cuts nothing off.</summary>
public sealed class MinMaxCalibrator : ICalibrator
{
    public string Name => "minmax";

    public float Range(TensorHistogram histogram) => histogram.LargestMagnitude;
}
