using static TorchSharp.torch;

namespace TorchSharp.Extensions;

/// <summary>keras.optimizers.SGD in tensor operations.</summary>
public sealed class KerasSgd : KerasOptimizer
{
    private readonly KerasSgdOptions _options;
    private readonly Tensor[]? _velocity;

    /// <summary>Without momentum there is no state.</summary>
    public KerasSgd(IEnumerable<PenalizedParameter> parameters, KerasSgdOptions options)
        : base(parameters, options.LearningRate)
    {
        _options = options;
        if (options.Momentum != 0) _velocity = NewSlot("velocity");
    }

    private protected override void Update(int index, Tensor value, Tensor gradient)
    {
        if (_velocity is null)
        {
            value.add_(gradient, -LearningRate);
            return;
        }
        var velocity = _velocity[index];
        velocity.mul_(_options.Momentum).add_(gradient, -LearningRate);
        if (_options.Nesterov) value.add_(velocity, _options.Momentum).add_(gradient, -LearningRate);
        else value.add_(velocity);
    }
}
