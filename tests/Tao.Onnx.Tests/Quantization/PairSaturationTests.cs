using Tao.Graph;
using Tao.Onnx.Quantization;

namespace Tao.Onnx.Tests.Quantization;

public class PairSaturationTests
{
    [Fact]
    public void Neighbours_are_channels_of_one_position()
    {
        // [1, 2, 1, 2]: channel 0 at positions 0, 1, then channel 1.
        Assert.Equal([0, 2, 1, 3], PairSaturation.MultiplicationOrder(new TensorShape(1, 2, 1, 2)));
        Assert.Equal([0, 1, 2], PairSaturation.MultiplicationOrder(new TensorShape(1, 3)));
    }

    [Fact]
    public void Only_channels_that_overflow_get_a_coarser_scale()
    {
        sbyte[] values = [127, 127, 127, 1, -100, -90, 127, -127];
        var kernel = new QuantizedKernel(new TensorShape(4, 2), values, [1, 2, 3, 4]);

        var safe = PairSaturation.Avoid(kernel);

        Assert.Equal(254f / 128, safe.Scales[0], 0.05f);
        Assert.Equal([64, 64], safe.Values[..2].Select(value => (int)value));
        Assert.Equal(2f, safe.Scales[1]);
        Assert.Equal(3f * 190 / 128, safe.Scales[2], 0.1f);
        Assert.Equal(4f, safe.Scales[3]);
        Assert.Equal(values[6..], safe.Values[6..]);
        Assert.Equal([1, 2, 3, 4], kernel.Scales);
    }

    [Fact]
    public void No_pair_of_any_kernel_overflows_afterwards_and_the_values_stay_close()
    {
        var kernel = KernelQuantizer.Quantize(Samples.Tensor(new TensorShape(64, 16, 3, 3), seed: 2));
        var safe = PairSaturation.Avoid(kernel);
        var order = PairSaturation.MultiplicationOrder(kernel.Shape);
        for (var channel = 0; channel < 64; channel++)
        {
            var pair = PairSaturation.LargestPairOf(safe.Values.AsSpan(channel * order.Length, order.Length), order);
            Assert.InRange(pair, 0, PairSaturation.LargestPair);
        }
        for (var index = 0; index < kernel.Values.Length; index++)
        {
            var channel = index / order.Length;
            Assert.Equal(kernel.Values[index] * kernel.Scales[channel], safe.Values[index] * safe.Scales[channel], 0.51f * safe.Scales[channel]);
        }
    }
}
