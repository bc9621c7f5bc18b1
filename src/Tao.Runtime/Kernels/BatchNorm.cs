using Tao.Graph.Ops;
using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;

namespace Tao.Runtime.Kernels;

internal sealed class BatchNormKernel : Kernel<BatchNorm>
{
    /// <remarks>Keras' momentum is the share of the old statistics, torch's that of the new ones.</remarks>
    protected override Tensor Run(BatchNorm op, KernelContext context) =>
        F.batch_norm(
            context.Input,
            context.Parameter("running_mean"),
            context.Parameter("running_var"),
            context.Parameter("weight"),
            context.Parameter("bias"),
            context.Training && !op.Frozen,
            1 - op.Momentum,
            op.Epsilon);
}
