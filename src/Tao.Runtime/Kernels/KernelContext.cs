using Tao.Graph;
using static TorchSharp.torch;

namespace Tao.Runtime.Kernels;

/// <summary>What a kernel sees of the node that it executes.</summary>
internal readonly ref struct KernelContext(Node node, ReadOnlySpan<Tensor> inputs, GraphModule module, ForwardMode mode, bool mayOverwriteInput)
{
    private readonly ReadOnlySpan<Tensor> _inputs = inputs;

    public ReadOnlySpan<Tensor> Inputs => _inputs;

    public Tensor Input => _inputs[0];

    public bool Training => mode == ForwardMode.Training;

    /// <summary>True when nobody else reads the first input, nor does its producer's gradient.</summary>
    public bool MayOverwriteInput => mayOverwriteInput;

    /// <summary>False when the parameters are another node's, which this one shares.</summary>
    public bool OwnsParameters => node.ParameterScope == node.Name;

    public Tensor Parameter(string name) => module.ParameterOf(node, name);

    public Tensor? ParameterOrNull(string name, bool present) => present ? Parameter(name) : null;
}
