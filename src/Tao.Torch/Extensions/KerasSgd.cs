using static TorchSharp.Native.NativeMethods;
using static TorchSharp.torch;

namespace TorchSharp.Extensions;

/// <summary>
/// keras.optimizers.SGD: v = momentum * v - lr * g; w = w + v, or with Nesterov w = w + momentum * v - lr * g (unlike torch.optim.SGD the rate is inside
/// the velocity, so that a changed rate acts at once on the new part only).
/// </summary>
public sealed unsafe class KerasSgd : KerasOptimizer
{
    private readonly double _momentum;
    private readonly bool _nesterov;
    private readonly Tensor[]? _velocity;

    /// <summary>Without momentum there is no state.</summary>
    public KerasSgd(IEnumerable<PenalizedParameter> parameters, KerasSgdOptions options)
        : base(parameters, options.LearningRate)
    {
        (_momentum, _nesterov) = (options.Momentum, options.Nesterov);
        if (_momentum != 0) _velocity = NewSlot("velocity");
    }

    private protected override double Update()
    {
        double penalty = 0;
        Run(_velocity, null, null, request =>
        {
            double cost;
            var status = tao_keras_sgd(request, LearningRate, _momentum, _nesterov ? 1 : 0, &cost);
            penalty = cost;
            return status;
        });
        return penalty;
    }
}
