using Tao.Graph;

namespace Tao.Runtime.Kernels;

/// <summary>The kernels, one per op; a test compares this list with the op catalogue.</summary>
internal static class KernelCatalog
{
    public static IReadOnlyDictionary<Type, IKernel> All { get; } = new IKernel[]
    {
        new AddKernel(),
        new AnchorRowsKernel(),
        new AveragePool2dKernel(),
        new BatchNormKernel(),
        new ChannelSliceKernel(),
        new ConcatKernel(),
        new Conv2dKernel(),
        new DepthwiseConv2dKernel(),
        new DropoutKernel(),
        new FakeQuantKernel(),
        new FlattenKernel(),
        new GlobalAveragePoolKernel(),
        new LeakyReluKernel(),
        new LinearKernel(),
        new MaxPool2dKernel(),
        new MishKernel(),
        new MultiplyKernel(),
        new Relu6Kernel(),
        new ReluKernel(),
        new ScaleKernel(),
        new SigmoidKernel(),
        new SiluKernel(),
        new SoftmaxKernel(),
        new StochasticDepthKernel(),
        new TanhKernel(),
        new ConvTranspose2dKernel(),
        new UpsampleNearestKernel(),
        new ZeroPad2dKernel(),
    }.ToDictionary(kernel => kernel.OpType);

    public static IKernel For(OpDefinition op) =>
        All.GetValueOrDefault(op.GetType()) ?? throw new GraphException($"The op '{op.Name}' has no kernel.");
}
