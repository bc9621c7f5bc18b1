using Tao.Graph;

namespace Tao.Onnx.Quantization;

/// <summary>A kernel in signed 8 bits: value[c, ...] · scale[c].</summary>
internal sealed record QuantizedKernel(TensorShape Shape, sbyte[] Values, float[] Scales);
