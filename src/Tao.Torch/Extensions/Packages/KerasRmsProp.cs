using static TorchSharp.torch;

namespace TorchSharp.Extensions;

/// <summary>keras.optimizers.RMSprop in tensor operations.</summary>
public sealed class KerasRmsProp : KerasOptimizer
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

    private protected override void Update(int index, Tensor value, Tensor gradient)
    {
        _square[index].mul_(_options.Rho).addcmul_(gradient, gradient, 1 - _options.Rho);
        var spread = _square[index].clone();
        if (_center is not null)
        {
            _center[index].mul_(_options.Rho).add_(gradient, 1 - _options.Rho);
            spread.sub_(_center[index].square());
        }
        if (_moving is null)
        {
            value.addcdiv_(gradient, spread.sqrt().add_(_options.Epsilon), -LearningRate);
            return;
        }
        _moving[index].mul_(_options.Momentum).addcdiv_(gradient, spread.add_(_options.Epsilon).sqrt(), LearningRate);
        value.sub_(_moving[index]);
    }
}
