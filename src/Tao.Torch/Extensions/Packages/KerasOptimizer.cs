using static TorchSharp.torch;

namespace TorchSharp.Extensions;

/// <summary>Keras' optimisers in tensor operations, for TaoNative=packages; see the native form for the formulas' sources.</summary>
public abstract class KerasOptimizer : IDisposable
{
    private readonly PenalizedParameter[] _parameters;
    private readonly List<(string Slot, Tensor[] Tensors)> _slots = [];

    private protected KerasOptimizer(IEnumerable<PenalizedParameter> parameters, double learningRate)
    {
        _parameters = [.. parameters];
        LearningRate = learningRate;
    }

    /// <summary>The rate of the next step.</summary>
    public double LearningRate { get; set; }

    /// <summary>Steps taken; set it when the state is restored.</summary>
    public long Steps { get; set; }

    /// <summary>The penalty of the weights before the last step.</summary>
    public double LastPenalty { get; private set; }

    /// <summary>The state tensors by name, in a fixed order.</summary>
    public IReadOnlyList<(string Name, Tensor Value)> State
        => [.. _slots.SelectMany(slot => slot.Tensors.Select((tensor, i) => ($"{slot.Slot}/{_parameters[i].Name}", tensor)))];

    /// <summary>Updates every parameter that has a gradient or a penalty.</summary>
    public void step()
    {
        Steps++;
        LastPenalty = 0;
        using var grad = no_grad();
        for (var i = 0; i < _parameters.Length; i++)
        {
            using var scope = NewDisposeScope();
            var (_, value, l1, l2) = _parameters[i];
            var gradient = value.grad?.clone() ?? (l1 != 0 || l2 != 0 ? zeros_like(value) : null);
            if (gradient is null) continue;
            if (l1 != 0)
            {
                LastPenalty += l1 * value.abs().sum().ToDouble();
                gradient.add_(value.sign(), l1);
            }
            if (l2 != 0)
            {
                LastPenalty += l2 * value.square().sum().ToDouble();
                gradient.add_(value, 2 * l2);
            }
            Update(i, value, gradient);
        }
    }

    /// <summary>Forgets all gradients.</summary>
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

    private protected abstract void Update(int index, Tensor value, Tensor gradient);

    private protected Tensor[] NewSlot(string slot)
    {
        using var grad = no_grad();
        var tensors = Array.ConvertAll(_parameters, parameter => zeros_like(parameter.Value).DetachFromDisposeScope());
        _slots.Add((slot, tensors));
        return tensors;
    }
}
