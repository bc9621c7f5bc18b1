using Tao.Graph;
using TorchSharp;
using static TorchSharp.torch;

namespace Tao.Runtime.Optimization;

/// <summary>
/// The moving average of a module's weights and running statistics that TAO's <c>model_ema</c> validates and saves in place of the
/// last step's: a ← d·a + (1 − d)·w after each step, d = 0.999 · (1 − e^(−updates / 2000)).
/// </summary>
public sealed class ExponentialMovingAverage : IDisposable
{
    private const double MaxDecay = 0.999;
    private const double RampUpdates = 2000;

    // In the state beside the optimiser's own values.
    private const string CurrentPrefix = "current.";

    private readonly GraphModule _module;
    private readonly SortedDictionary<string, Tensor> _averages = new(StringComparer.Ordinal);

    /// <summary>The average begins as the module's values.</summary>
    public ExponentialMovingAverage(GraphModule module)
    {
        _module = module;
        using var noGrad = no_grad();
        foreach (var (name, tensor) in module.Parameters)
            _averages.Add(name, tensor.detach().clone().DetachFromDisposeScope());
    }

    /// <param name="updates">Steps done, this one included.</param>
    public static double Decay(long updates) => MaxDecay * (1 - Math.Exp(-updates / RampUpdates));

    /// <summary>Takes the weights of a step into the average.</summary>
    public void Update(long updates)
    {
        double decay = Decay(updates);
        using var scope = NewDisposeScope();
        using var noGrad = no_grad();
        foreach (var (name, average) in _averages)
            average.mul_(decay).add_(_module.Parameters[name].detach(), 1 - decay);
    }

    /// <summary>Puts the average into the module until the returned object is disposed.</summary>
    public IDisposable Apply()
    {
        Swap();
        return new Restore(this);
    }

    /// <summary>The weights of the last step, which training goes on from.</summary>
    public Weights ReadCurrent() =>
        Weights.From(_module.Parameters.Select(pair => KeyValuePair.Create(CurrentPrefix + pair.Key, TensorWeights.Download(pair.Value))));

    /// <summary>Undoes a restart from saved averages: the module's values stay as the average, and <paramref name="state"/>'s go into the module.</summary>
    public void WriteCurrent(Weights state)
    {
        using var noGrad = no_grad();
        foreach (var (name, tensor) in _module.Parameters)
        {
            using var saved = TensorWeights.Upload(state[CurrentPrefix + name], tensor.device);
            tensor.copy_(saved);
        }
    }

    public void Dispose()
    {
        foreach (var average in _averages.Values)
            average.Dispose();
    }

    private void Swap()
    {
        using var scope = NewDisposeScope();
        using var noGrad = no_grad();
        foreach (var (name, average) in _averages)
        {
            var parameter = _module.Parameters[name];
            var current = parameter.detach().clone();
            parameter.copy_(average);
            average.copy_(current);
        }
    }

    private sealed class Restore(ExponentialMovingAverage average) : IDisposable
    {
        public void Dispose() => average.Swap();
    }
}
