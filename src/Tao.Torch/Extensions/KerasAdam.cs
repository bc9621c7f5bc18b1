using static TorchSharp.Native.NativeMethods;
using static TorchSharp.torch;

namespace TorchSharp.Extensions;

/// <summary>
/// keras.optimizers.Adam (Kingma and Ba 2015, the form before section 2.1): rate = lr * sqrt(1 - beta2^t) / (1 - beta1^t);
/// w = w - rate * m / (sqrt(v) + epsilon), epsilon outside the root and not bias-corrected. With amsgrad (Reddi et al. 2018) the greatest v so far is used.
/// </summary>
public sealed unsafe class KerasAdam : KerasOptimizer
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

    private protected override double Update()
    {
        double penalty = 0;
        Run(_mean, _square, _largest, request =>
        {
            double cost;
            var status = tao_keras_adam(request, LearningRate, _options.Beta1, _options.Beta2, _options.Epsilon, Steps, &cost);
            penalty = cost;
            return status;
        });
        return penalty;
    }
}
