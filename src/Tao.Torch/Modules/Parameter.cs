using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>A tensor that a module learns.</summary>
public class Parameter : Tensor
{
    /// <summary>Takes the data over: the given object is empty afterwards, and its scope becomes this one's.</summary>
    public Parameter(Tensor data, bool requires_grad = true)
        : this(data, data.OwningScope, requires_grad)
    {
    }

    private Parameter(Tensor data, DisposeScope? scope, bool requires_grad)
        : base(data.with_requires_grad(requires_grad).MoveHandle())
        => MoveToOtherDisposeScope(scope);
}
