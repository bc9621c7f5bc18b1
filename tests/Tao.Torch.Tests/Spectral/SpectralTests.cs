using static TorchSharp.torch;

namespace TorchSharp.Tests.Spectral;

public sealed class SpectralTests
{
    [Fact]
    public void A_cosine_has_one_line_and_comes_back()
    {
        using var scope = NewDisposeScope();
        var x = tensor([.. Enumerable.Range(0, 8).Select(k => Math.Cos(2 * Math.PI * k * 2 / 8))]);
        var lines = fft.rfft(x);
        Numbers.Equal([0, 0, 4, 0, 0], lines.abs(), 1e-9);
        Assert.True(fft.irfft(lines).allclose(x));
        Assert.Equal([5, 2], view_as_real(lines).shape);
        Assert.Equal(ScalarType.ComplexFloat64, fft.fft_(x).dtype);
    }

    [Fact]
    public void Frames_are_centred_and_windowed()
    {
        using var scope = NewDisposeScope();
        var frames = stft(ones(1, 64), 16, 8, 16, hann_window(16), return_complex: true);
        Assert.Equal([1, 9, 9], frames.shape);
        Numbers.Equal([8], frames.abs()[0, 0, 4], 1e-4);
    }
}
