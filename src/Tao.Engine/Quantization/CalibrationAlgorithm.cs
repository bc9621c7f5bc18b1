namespace Tao.Engine.Quantization;

/// <summary>How the range of a tensor follows from what was seen of it.</summary>
internal enum CalibrationAlgorithm
{
    Entropy,
    MinMax,
    Percentile,
}
