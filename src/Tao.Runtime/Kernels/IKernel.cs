using Tao.Graph;
using static TorchSharp.torch;

namespace Tao.Runtime.Kernels;

/// <summary>Executes one kind of op on torch.</summary>
internal interface IKernel
{
    Type OpType { get; }

    Tensor Run(OpDefinition op, KernelContext context);
}

/// <summary>A kernel bound to its op's record type.</summary>
internal abstract class Kernel<TOp> : IKernel
    where TOp : OpDefinition
{
    public Type OpType => typeof(TOp);

    public Tensor Run(OpDefinition op, KernelContext context) => Run((TOp)op, context);

    protected abstract Tensor Run(TOp op, KernelContext context);
}
