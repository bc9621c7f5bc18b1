using Tao.Onnx.Calibration;

namespace Tao.Onnx.Tests.Calibration;

public class TensorErrorTests
{
    [Fact]
    public void Sqnr_and_cosine_by_hand()
    {
        var error = new TensorError();
        error.Add([3, 4], [3, 3]);
        error.Add([0], [1]);
        // Σ reference² = 25, Σ error² = 2, reference·actual = 21, Σ actual² = 19.
        Assert.Equal(10 * Math.Log10(25 / 2.0), error.SqnrDecibels, 1e-12);
        Assert.Equal(21 / Math.Sqrt(25 * 19), error.CosineSimilarity, 1e-12);
        Assert.Equal(1, error.LargestError);
        Assert.Equal(3, error.Count);
    }

    [Fact]
    public void Equal_tensors_have_no_error()
    {
        var error = new TensorError();
        error.Add([0, 0], [0, 0]);
        Assert.Equal(1, error.CosineSimilarity);
        Assert.Equal(double.PositiveInfinity, error.SqnrDecibels);
        Assert.Throws<ArgumentException>(() => error.Add([1], []));
    }
}
