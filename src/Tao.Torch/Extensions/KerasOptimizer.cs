using TorchSharp.Modules;
using TorchSharp.Native;
using static TorchSharp.torch;

namespace TorchSharp.Extensions;

/// <summary>
/// Keras' optimisers with its exact formulas: one native call per step over all parameters, in which the gradient of the kernels' L1 and L2 penalties is
/// added on the way. Parameters must be dense Float32 or Float64 in the host; the state has each parameter's layout.
/// </summary>
/// <remarks>
/// A step is a function of parameters, gradients, state and step count alone and does not depend on the number of threads, so that a run restored
/// from <see cref="State"/> and <see cref="Steps"/> continues bit for bit.
/// </remarks>
public abstract class KerasOptimizer : IDisposable
{
    private readonly PenalizedParameter[] _parameters;
    private readonly double[]? _l1;
    private readonly double[]? _l2;
    private readonly List<(string Slot, Tensor[] Tensors)> _slots = [];

    private protected KerasOptimizer(IEnumerable<PenalizedParameter> parameters, double learningRate)
    {
        _parameters = [.. parameters];
        LearningRate = learningRate;
        if (_parameters.Any(parameter => parameter.L1 != 0)) _l1 = Array.ConvertAll(_parameters, parameter => parameter.L1);
        if (_parameters.Any(parameter => parameter.L2 != 0)) _l2 = Array.ConvertAll(_parameters, parameter => parameter.L2);
    }

    /// <summary>The rate of the next step.</summary>
    public double LearningRate { get; set; }

    /// <summary>Steps taken; set it when the state is restored.</summary>
    public long Steps { get; set; }

    /// <summary>The penalty l1 * sum|w| + l2 * sum w^2 of the weights before the last step: what Keras adds to the reported loss.</summary>
    public double LastPenalty { get; private set; }

    /// <summary>
    /// The state tensors by name, such as <c>velocity/conv1.weight</c>, in a fixed order: the tensors themselves, to save or to copy into.
    /// </summary>
    public IReadOnlyList<(string Name, Tensor Value)> State
        => [.. _slots.SelectMany(slot => slot.Tensors.Select((tensor, i) => ($"{slot.Slot}/{_parameters[i].Name}", tensor)))];

    /// <summary>Updates every parameter that has a gradient or a penalty.</summary>
    public void step()
    {
        Steps++;
        LastPenalty = Update();
    }

    /// <summary>Forgets all gradients in one call.</summary>
    public void zero_grad() => torch_ext.zero_grad(Array.ConvertAll(_parameters, parameter => parameter.Value));

    /// <summary>Releases the state, not the parameters.</summary>
    public void Dispose()
    {
        foreach (var (_, tensors) in _slots)
        {
            foreach (var tensor in tensors) tensor.Dispose();
        }
        _slots.Clear();
        GC.SuppressFinalize(this);
    }

    private protected abstract double Update();

    private protected Tensor[] NewSlot(string slot)
    {
        var tensors = Array.ConvertAll(_parameters, parameter => UpdateCall.NewState(parameter.Value));
        _slots.Add((slot, tensors));
        return tensors;
    }

    private protected void Run(Tensor[]? state0, Tensor[]? state1, Tensor[]? state2, UpdateCall.Update update)
    {
        UpdateCall.Run(
            Array.ConvertAll(_parameters, parameter => parameter.Value.Raw), Raw(state0), Raw(state1), Raw(state2), (_l1, _l2), update);
        GC.KeepAlive(this);
    }

    private static nint[]? Raw(Tensor[]? tensors) => tensors is null ? null : Array.ConvertAll(tensors, tensor => tensor.Raw);
}
