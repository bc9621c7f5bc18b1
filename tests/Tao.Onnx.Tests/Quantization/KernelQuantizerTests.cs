using Tao.Graph;
using Tao.Onnx.Quantization;

namespace Tao.Onnx.Tests.Quantization;

public class KernelQuantizerTests
{
    [Fact]
    public void Each_channel_has_its_own_scale_and_halves_go_to_even()
    {
        var kernel = KernelQuantizer.Quantize(new WeightTensor(new TensorShape(2, 3), new[] { 127f, -0.5f, 1.5f, 0.254f, -0.254f, 0.001f }));
        Assert.Equal([1f, 0.254f / 127], kernel.Scales);
        Assert.Equal([127, 0, 2, 127, -127, 0], kernel.Values.Select(value => (int)value));
    }

    [Fact]
    public void A_channel_of_zeros_stays_zero_and_has_a_positive_scale()
    {
        var kernel = KernelQuantizer.Quantize(WeightTensor.Filled(new TensorShape(1, 2), 0));
        Assert.Equal([0, 0], kernel.Values.Select(value => (int)value));
        Assert.True(kernel.Scales[0] > 0);
    }

    [Theory]
    [InlineData(float.NaN)]
    [InlineData(float.PositiveInfinity)]
    [InlineData(-1)]
    public void A_range_that_is_no_magnitude_is_refused(float range)
    {
        Assert.Throws<OnnxException>(() => SymmetricScale.For(range));
    }
}
