namespace Tao.Onnx.Quantization;

/// <summary>The scale of signed symmetric 8-bit values.</summary>
internal static class SymmetricScale
{
    /// <summary>range / 127; 1 / 127 when all values are zero, because TensorRT takes positive scales only and any serves.</summary>
    internal static float For(float range) => range switch
    {
        0 => 1f / KernelQuantizer.Limit,
        > 0 and < float.PositiveInfinity => range / KernelQuantizer.Limit,
        _ => throw new OnnxException($"A quantisation range must be a number of at least 0, not {range}."),
    };
}
