namespace Tao.Onnx.Quantization;

/// <summary>How the file for ONNX Runtime on x86 is derived.</summary>
public sealed record U8RewriteOptions
{
    /// <summary>
    /// Coarsens the scale of output channels whose neighbouring weights could overflow 16 bits. x86 CPUs without VNNI add the products
    /// of two neighbours, 255·(a+b), in 16 bits with saturation (VPMADDUBSW); with |a+b| ≤ 128 they are exact. It costs no time. Measured on
    /// such a CPU (Zen 3), min-max calibration, photographs: it lifts the logits' SQNR of ImageNet's MobileNetV2 from 8.4 to 16.0 dB and of
    /// SqueezeNet from 14.4 to 24.9 dB. On CPUs with VNNI, where nothing saturates, the finer scales would give MobileNetV2 17.1 dB.
    /// </summary>
    public bool AvoidSaturation { get; init; } = true;

    /// <summary>
    /// Leaves a convolution of few products that reads the image in float, which ONNX Runtime computes faster on one thread: INT8's gain over
    /// float grows from 1.71 to 2.00 (MobileNetV2, 224 pixels, best of 40 runs, AVX-512 with VNNI). On two threads no difference could be shown.
    /// </summary>
    public bool FloatStem { get; init; } = true;
}
