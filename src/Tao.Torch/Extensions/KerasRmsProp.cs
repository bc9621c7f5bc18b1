using static TorchSharp.Native.NativeMethods;
using static TorchSharp.torch;

namespace TorchSharp.Extensions;

/// <summary>
/// keras.optimizers.RMSprop: a = rho * a + (1 - rho) * g^2; centered also c = rho * c + (1 - rho) * g and a' = a - c^2, else a' = a.
/// Without momentum w = w - lr * g / (sqrt(a') + epsilon); with momentum m = momentum * m + lr * g / sqrt(a' + epsilon), w = w - m.
/// </summary>
/// <remarks>
/// The place of epsilon is not an oversight: Keras 2 and tf.keras' RMSprop without momentum add it to the root, and tf.keras' form with momentum is
/// TensorFlow's ApplyRMSProp kernel, which adds it under the root.
/// </remarks>
public sealed unsafe class KerasRmsProp : KerasOptimizer
{
    private readonly KerasRmsPropOptions _options;
    private readonly Tensor[] _square;
    private readonly Tensor[]? _center;
    private readonly Tensor[]? _moving;

    /// <summary>Makes the state, zeros at first.</summary>
    public KerasRmsProp(IEnumerable<PenalizedParameter> parameters, KerasRmsPropOptions options)
        : base(parameters, options.LearningRate)
    {
        _options = options;
        _square = NewSlot("rms");
        if (options.Centered) _center = NewSlot("mg");
        if (options.Momentum != 0) _moving = NewSlot("momentum");
    }

    private protected override double Update()
    {
        double penalty = 0;
        Run(_square, _center, _moving, request =>
        {
            double cost;
            var status = tao_keras_rmsprop(request, LearningRate, _options.Rho, _options.Momentum, _options.Epsilon, &cost);
            penalty = cost;
            return status;
        });
        return penalty;
    }
}
