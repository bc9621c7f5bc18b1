using Tao.Testing;
using Tao.Testing.Ops;
using TorchSharp;
using TorchSharp.Extensions;
using static TorchSharp.torch;

namespace Tao.Runtime.Tests.Ops;

/// <summary>Gradients of Σ r·op(x) with fixed random r in training: torch's, and central differences summed in double precision.</summary>
internal sealed class GradientCheck : IDisposable
{
    private const int Batch = 2;
    private const float Step = 4e-3f;

    private readonly GraphModule _module;
    private readonly Dictionary<string, Tensor> _inputs;

    public GradientCheck(OpCase item)
    {
        _module = item.Model().ToModule();
        var values = item.InputValues(Batch);
        _inputs = values.Select((_, i) => i).ToDictionary(i => $"x{i}", i => values[i].ToTensor(item.InputShape(i, Batch)).DetachFromDisposeScope());
    }

    public IEnumerable<(string Name, float[] Numeric, float[] Analytic)> Compare()
    {
        var variables = _inputs.Select(input => (Name: input.Key, Tensor: input.Value))
            .Concat(_module.Trainable.Select(parameter => (parameter.Name, parameter.Tensor))).ToList();
        foreach (var (_, tensor) in variables)
            tensor.requires_grad = true;
        Backward();
        foreach (var (name, tensor) in variables)
        {
            using var gradient = tensor.grad;
            yield return (name, Numeric(tensor), gradient!.ToArray());
        }
    }

    public void Dispose()
    {
        _module.Dispose();
        foreach (var input in _inputs.Values)
            input.Dispose();
    }

    private void Backward()
    {
        using var scope = NewDisposeScope();
        var output = Forward();
        (output * Factors(output.numel()).ToTensor(output.shape)).sum().backward();
    }

    private float[] Numeric(Tensor variable)
    {
        using var noGrad = no_grad();
        var values = variable.ToArray();
        var gradient = new float[values.Length];
        for (var i = 0; i < values.Length; i++)
        {
            var (above, below) = (values[i] + Step, values[i] - Step);
            gradient[i] = (float)((LossWith(variable, values, i, above) - LossWith(variable, values, i, below)) / ((double)above - below));
        }
        variable.copy_from<float>(values);
        return gradient;
    }

    private double LossWith(Tensor variable, float[] values, int index, float value)
    {
        using var scope = NewDisposeScope();
        var changed = values.ToArray();
        changed[index] = value;
        variable.copy_from<float>(changed);
        var output = Forward().ToArray();
        return output.Zip(Factors(output.Length), (left, right) => (double)left * right).Sum();
    }

    private Tensor Forward()
    {
        // Dropout draws the same mask every time.
        manual_seed(7);
        return _module.Run(_inputs, [OpCase.NodeName], ForwardMode.Training)[OpCase.NodeName];
    }

    private static float[] Factors(long count) => Numbers.Uniform(count, seed: 99);
}
