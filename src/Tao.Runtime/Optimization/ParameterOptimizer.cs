using Tao.Graph;
using TorchSharp;
using TorchSharp.Extensions;
using static TorchSharp.torch;

namespace Tao.Runtime.Optimization;

/// <summary>An optimiser over a module's trainable parameters with Keras' formulas, the kernel penalty's gradient included.</summary>
public sealed class ParameterOptimizer : IDisposable
{
    private const string StepsName = "steps";

    private readonly KerasOptimizer _optimizer;
    private readonly double _decay;
    private readonly Regularizer _regularizer;
    private readonly IReadOnlyList<Tensor> _penalized;
    private readonly GradientClip? _clip;

    private ParameterOptimizer(KerasOptimizer optimizer, OptimizerSettings settings, Regularizer regularizer, IReadOnlyList<PenalizedParameter> parameters, IReadOnlyList<Tensor> penalized)
    {
        _optimizer = optimizer;
        _decay = settings.Decay;
        _clip = settings.ClipNorm is { } norm ? new GradientClip(norm, parameters) : null;
        _regularizer = regularizer;
        _penalized = penalized;
    }

    public static ParameterOptimizer Create(OptimizerSettings settings, IReadOnlyList<TrainableParameter> parameters, Regularizer regularizer)
    {
        var penalized = parameters.Select(parameter => regularizer.AppliesTo(parameter.Node, parameter.Spec)
            ? new PenalizedParameter(
                parameter.Name,
                parameter.Tensor,
                regularizer.Kind == RegularizerKind.L1 ? regularizer.Weight : 0,
                regularizer.Kind == RegularizerKind.L2 ? regularizer.Weight : 0)
            : new PenalizedParameter(parameter.Name, parameter.Tensor)).ToList();
        KerasOptimizer optimizer = settings switch
        {
            SgdSettings sgd => new KerasSgd(penalized, new KerasSgdOptions(Momentum: sgd.Momentum, Nesterov: sgd.Nesterov)),
            AdamSettings adam => new KerasAdam(
                penalized, new KerasAdamOptions(Beta1: adam.Beta1, Beta2: adam.Beta2, Epsilon: adam.Epsilon, AmsGrad: adam.AmsGrad)),
            RmsPropSettings rms => new KerasRmsProp(
                penalized, new KerasRmsPropOptions(Rho: rms.Rho, Momentum: rms.Momentum, Epsilon: rms.Epsilon, Centered: rms.Centered)),
            _ => throw new ArgumentOutOfRangeException(nameof(settings), settings, "There is no such optimiser."),
        };
        var kernels = parameters.Where(parameter => regularizer.AppliesTo(parameter.Node, parameter.Spec)).Select(parameter => parameter.Tensor);
        return new ParameterOptimizer(optimizer, settings, regularizer, penalized, [.. kernels]);
    }

    /// <summary>The penalty of the weights before the last step, which belongs to that step's loss.</summary>
    public double LastPenalty => _optimizer.LastPenalty;

    public void ZeroGradients() => _optimizer.zero_grad();

    /// <summary>One update from the gradients at hand.</summary>
    public void Step(double learningRate)
    {
        _optimizer.LearningRate = learningRate / (1 + (_decay * _optimizer.Steps));
        _clip?.Apply();
        _optimizer.step();
    }

    /// <summary>The penalty of the weights as they are.</summary>
    public double Penalty()
    {
        using var scope = NewDisposeScope();
        using var noGrad = no_grad();
        double sum = _penalized.Sum(kernel => (_regularizer.Kind == RegularizerKind.L1 ? kernel.detach().abs().sum() : kernel.detach().pow(2).sum()).ToDouble());
        return sum * _regularizer.Weight;
    }

    /// <summary>Everything that the next step depends on besides parameters and gradients.</summary>
    public Weights ReadState()
    {
        var values = _optimizer.State.Select(entry => KeyValuePair.Create(entry.Name, TensorWeights.Download(entry.Value)));
        return Weights.From(values.Append(KeyValuePair.Create(StepsName, new WeightTensor(new TensorShape(2), SplitSteps(_optimizer.Steps)))));
    }

    public void WriteState(Weights state)
    {
        using var noGrad = no_grad();
        foreach (var (name, tensor) in _optimizer.State)
        {
            using var saved = TensorWeights.Upload(state[name], tensor.device);
            tensor.copy_(saved);
        }
        var steps = state[StepsName].Data.Span;
        _optimizer.Steps = ((long)steps[0] * StepsUnit) + (long)steps[1];
    }

    public void Dispose() => _optimizer.Dispose();

    // A float holds whole numbers up to 2^24 exactly; two of them hold any number of steps.
    private const long StepsUnit = 1 << 20;

    private static float[] SplitSteps(long steps) => [steps / StepsUnit, steps % StepsUnit];
}
