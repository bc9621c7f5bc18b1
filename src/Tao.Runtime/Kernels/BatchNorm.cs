using Tao.Graph.Ops;
using TorchSharp;
using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;

namespace Tao.Runtime.Kernels;

internal sealed class BatchNormKernel : Kernel<BatchNorm>
{
    /// <remarks>Keras' momentum is the share of the old statistics, torch's that of the new ones.</remarks>
    protected override Tensor Run(BatchNorm op, KernelContext context)
    {
        var training = context.Training && !op.Frozen;
        // One value a channel, as when the last batch is one image that was shrunk to one pixel.
        var single = training && context.Input.numel() == context.Input.shape[1];
        if (single)
            MoveStatistics(op, context);
        return F.batch_norm(
            context.Input,
            single ? null : context.Parameter("running_mean"),
            single ? null : context.Parameter("running_var"),
            context.Parameter("weight"),
            context.Parameter("bias"),
            training,
            1 - op.Momentum,
            op.Epsilon);
    }

    /// <summary>Torch estimates the variance of one value as 0/0 and would spoil the moving one for good; Keras takes 0.</summary>
    private static void MoveStatistics(BatchNorm op, KernelContext context)
    {
        using var scope = NewDisposeScope();
        using var noGrad = no_grad();
        var mean = context.Parameter("running_mean");
        mean.mul_(op.Momentum).add_(context.Input.detach().reshape(mean.shape) * (1 - op.Momentum));
        context.Parameter("running_var").mul_(op.Momentum);
    }
}
