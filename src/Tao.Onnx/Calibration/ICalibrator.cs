namespace Tao.Onnx.Calibration;

/// <summary>Chooses the range of a tensor's 8-bit form from what was seen of it.</summary>
public interface ICalibrator
{
    string Name { get; }

    /// <summary>The magnitude that the largest 8-bit value stands for; what lies beyond is cut off. 0 when only zeros were seen.</summary>
    float Range(TensorHistogram histogram);
}
