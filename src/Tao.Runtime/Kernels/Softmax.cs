using Tao.Graph.Ops;
using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;

namespace Tao.Runtime.Kernels;

internal sealed class SoftmaxKernel : Kernel<Softmax>
{
    protected override Tensor Run(Softmax op, KernelContext context) =>
        context.Input.softmax(op.Axis);
}
