namespace Tao.Graph.Ops;

/// <summary>The parameters of convolutions and linear layers, named as in PyTorch.</summary>
internal static class KernelParameters
{
    public const string Weight = "weight";
    public const string Bias = "bias";

    public static IReadOnlyList<ParameterSpec> For(
        TensorShape kernel, bool bias, int? inputChannelAxis, Initializer? initialKernel = null, float initialBias = 0)
    {
        var weight = new ParameterSpec(Weight, kernel, ParameterRole.Kernel, initialKernel ?? Initializer.GlorotUniform, OutputChannelAxis: 0, inputChannelAxis);
        return bias
            ? [weight, new ParameterSpec(Bias, new TensorShape(kernel[0]), ParameterRole.Bias, new Initializer(InitializerKind.Constant, initialBias), OutputChannelAxis: 0)]
            : [weight];
    }
}
