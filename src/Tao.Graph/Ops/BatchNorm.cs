namespace Tao.Graph.Ops;

/// <summary>
/// (x − mean) / sqrt(variance + ε) · weight + bias per channel (Ioffe and Szegedy 2015, algorithm 1), on (N, C, H, W) or (N, F).
/// </summary>
/// <param name="Momentum">Keras's: running = momentum · running + (1 − momentum) · batch. PyTorch's is one minus this.</param>
/// <param name="Frozen">Uses the running statistics in training too and leaves them alone (TAO's <c>freeze_bn</c>).</param>
public sealed record BatchNorm(double Epsilon, double Momentum, bool Frozen = false) : OpDefinition
{
    public override ChannelFlow ChannelFlow => ChannelFlow.Follows;

    public override QuantizationPolicy Quantization => QuantizationPolicy.FusesIntoProducer;

    public override TensorType InferType(IReadOnlyList<TensorType> inputs)
    {
        ShapeRules.Require(Epsilon > 0 && Momentum is >= 0 and <= 1, "needs an epsilon above 0 and a momentum in [0, 1].");
        return ShapeRules.RequireChannels(inputs[0]);
    }

    public override IReadOnlyList<ParameterSpec> Parameters(IReadOnlyList<TensorType> inputs)
    {
        var shape = new TensorShape(inputs[0].Shape.Channels);
        return
        [
            new("weight", shape, ParameterRole.Gamma, Initializer.Ones, OutputChannelAxis: 0),
            new("bias", shape, ParameterRole.Beta, Initializer.Zeros, OutputChannelAxis: 0),
            new("running_mean", shape, ParameterRole.RunningMean, Initializer.Zeros, OutputChannelAxis: 0),
            new("running_var", shape, ParameterRole.RunningVariance, Initializer.Ones, OutputChannelAxis: 0),
        ];
    }
}
