namespace TorchSharp;

/// <summary>The entry points of the library, named as in PyTorch and TorchSharp.</summary>
public static partial class torch
{
    /// <summary>The innermost open scope of this thread.</summary>
    public static DisposeScope? CurrentDisposeScope => DisposeScope.Current;

    /// <summary>Opens a scope that disposes, at its end, the tensors made on this thread in the meantime.</summary>
    public static DisposeScope NewDisposeScope() => new();

    /// <summary>Runs the expression in a scope of its own; only its result survives, in the enclosing scope.</summary>
    public static Tensor WrappedTensorDisposeScope(Func<Tensor> expr)
    {
        using var scope = NewDisposeScope();
        return expr().MoveToOuterDisposeScope();
    }
}
