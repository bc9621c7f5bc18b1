using System.Collections.Concurrent;
using Tao.Graph;
using Tao.Runtime.Kernels;
using TorchSharp;
using static TorchSharp.torch;

namespace Tao.Runtime;

/// <summary>A model on a device, ready to run forwards and to be trained. Images and convolution kernels are kept channels-last.</summary>
public sealed class GraphModule : IDisposable
{
    private readonly Dictionary<string, Tensor> _parameters = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Scope, string Name), Tensor> _parametersByScope = [];
    private readonly ConcurrentDictionary<string, ExecutionPlan> _plans = new();

    public GraphModule(Model model, Device device)
    {
        Graph = model.Graph;
        Device = device;
        var trainable = new List<TrainableParameter>();
        foreach (var (name, spec, node) in Graph.Parameters())
        {
            var tensor = TensorWeights.Upload(model.Weights[name], device);
            _parameters.Add(name, tensor);
            _parametersByScope.Add((node.ParameterScope, spec.Name), tensor);
            if (!spec.Trainable || node.Frozen)
                continue;
            tensor.requires_grad = true;
            trainable.Add(new TrainableParameter(name, node, spec, tensor));
        }
        Trainable = trainable;
    }

    public NetworkGraph Graph { get; }

    public Device Device { get; }

    public IReadOnlyList<TrainableParameter> Trainable { get; }

    /// <summary>Every parameter and running statistic by full name.</summary>
    public IReadOnlyDictionary<string, Tensor> Parameters => _parameters;

    /// <summary>
    /// Computes the values named in <paramref name="fetch"/>; the caller owns the returned tensors. <paramref name="observe"/> sees
    /// every node's value in order, before it may be released.
    /// </summary>
    /// <param name="inputs">A tensor per graph input.</param>
    public IReadOnlyDictionary<string, Tensor> Run(
        IReadOnlyDictionary<string, Tensor> inputs, IReadOnlyCollection<string> fetch, ForwardMode mode, Action<string, Tensor>? observe = null)
    {
        var plan = _plans.GetOrAdd(string.Join('\n', fetch), _ => ExecutionPlan.For(Graph, fetch));
        var values = new Tensor?[plan.Slots.Count];
        foreach (var input in Graph.Inputs)
            values[plan.Slots[input.Name]] = inputs[input.Name];
        foreach (var planned in plan.Nodes)
        {
            values[planned.Slot] = Execute(planned, values, mode, allowOverwrite: observe is null);
            observe?.Invoke(planned.Node.Name, values[planned.Slot]!);
            foreach (int slot in planned.Released)
            {
                values[slot]!.Dispose();
                values[slot] = null;
            }
        }
        return fetch.ToDictionary(name => name, name => values[plan.Slots[name]]!);
    }

    /// <summary>Runs a graph of one input for one value.</summary>
    public Tensor Run(Tensor input, string fetch, ForwardMode mode) =>
        Run(new Dictionary<string, Tensor> { [Graph.Inputs[0].Name] = input }, [fetch], mode)[fetch];

    public Weights ReadWeights() => Weights.From(_parameters.Select(pair => KeyValuePair.Create(pair.Key, TensorWeights.Download(pair.Value))));

    public void Dispose()
    {
        foreach (var tensor in _parameters.Values)
            tensor.Dispose();
    }

    internal Tensor ParameterOf(Node node, string name) => _parametersByScope[(node.ParameterScope, name)];

    private Tensor Execute(PlannedNode planned, Tensor?[] values, ForwardMode mode, bool allowOverwrite)
    {
        var inputs = new Tensor[planned.InputSlots.Length];
        for (int i = 0; i < inputs.Length; i++)
            inputs[i] = values[planned.InputSlots[i]]!;
        var context = new KernelContext(planned.Node, inputs, this, mode, planned.MayOverwriteInput && allowOverwrite);
        return planned.Kernel.Run(planned.Node.Op, context);
    }
}
