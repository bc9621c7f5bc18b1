using static TorchSharp.torch;

namespace TorchSharp.Extensions;

/// <summary>keras.optimizers.Adam in tensor operations.</summary>
public sealed class KerasAdam : KerasOptimizer
{
    private readonly KerasAdamOptions _options;
    private readonly Tensor[] _mean;
    private readonly Tensor[] _square;
    private readonly Tensor[]? _largest;

    /// <summary>Makes the state, zeros at first.</summary>
    public KerasAdam(IEnumerable<PenalizedParameter> parameters, KerasAdamOptions options)
        : base(parameters, options.LearningRate)
    {
        _options = options;
        _mean = NewSlot("m");
        _square = NewSlot("v");
        if (options.AmsGrad) _largest = NewSlot("vhat");
    }

    private protected override void Update(int index, Tensor value, Tensor gradient)
    {
        var rate = LearningRate * Math.Sqrt(1 - Math.Pow(_options.Beta2, Steps)) / (1 - Math.Pow(_options.Beta1, Steps));
        _mean[index].mul_(_options.Beta1).add_(gradient, 1 - _options.Beta1);
        _square[index].mul_(_options.Beta2).addcmul_(gradient, gradient, 1 - _options.Beta2);
        var second = _square[index];
        if (_largest is not null) second = _largest[index].copy_(_largest[index].maximum(second));
        value.addcdiv_(_mean[index], second.sqrt().add_(_options.Epsilon), -rate);
    }
}
