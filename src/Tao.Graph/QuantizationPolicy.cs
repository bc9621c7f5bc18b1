namespace Tao.Graph;

/// <summary>How an op takes part in 8-bit inference.</summary>
public enum QuantizationPolicy
{
    /// <summary>Reads 8-bit activations (and an 8-bit kernel if it has one); its output is quantised.</summary>
    Quantized,

    /// <summary>Runs fused into the op before it, so no quantisation lies between the two (batch norm, ReLU after a convolution).</summary>
    FusesIntoProducer,

    /// <summary>Moves 8-bit values unchanged: its output has its input's scale (max pooling, flatten).</summary>
    SharesInputScale,

    /// <summary>Stays in float and wants no 8-bit input (softmax).</summary>
    Float,
}
