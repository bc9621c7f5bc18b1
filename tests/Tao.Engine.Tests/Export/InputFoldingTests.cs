using Tao.Data.Classification;
using Tao.Engine.Export;

namespace Tao.Engine.Tests.Export;

public sealed class InputFoldingTests
{
    /// <summary>One pixel, R 10, G 20, B 30, as each mode prepares it: back come the raw values in RGB order.</summary>
    [Theory]
    [InlineData(PreprocessMode.Caffe, -73.939f, -96.779f, -113.68f)]
    [InlineData(PreprocessMode.Tf, -0.92156863f, -0.84313726f, -0.7647059f)]
    [InlineData(PreprocessMode.Torch, -1.9466561f, -1.6855742f, -1.2815686f)]
    public void Raw_pixels_come_back_in_rgb_order(PreprocessMode mode, float first, float second, float third)
    {
        float[] raw = InputFolding.RawPixels([first, second, third], Preprocessing(mode, 3));
        Assert.Equal([10, 20, 30], raw.Select(value => Math.Round(value, 3)));
    }

    [Fact]
    public void Planes_of_a_batch_keep_their_places()
    {
        // Two images of two pixels each, BGR: blue plane, green plane, red plane.
        var preprocessing = Preprocessing(PreprocessMode.Caffe, 3) with { Mean = new ImageMean(3, 2, 1, 0) };
        float[] raw = InputFolding.RawPixels([0, 1, 10, 11, 20, 21, 100, 101, 110, 111, 120, 121], preprocessing with { Width = 2 });
        Assert.Equal([23, 24, 12, 13, 1, 2, 123, 124, 112, 113, 101, 102], raw);
    }

    [Theory]
    [InlineData(PreprocessMode.Caffe, -17.3786f)]
    [InlineData(PreprocessMode.Tf, -0.21568628f)]
    [InlineData(PreprocessMode.Torch, -0.25376397f)]
    public void A_gray_pixel_comes_back(PreprocessMode mode, float prepared)
    {
        float[] raw = InputFolding.RawPixels([prepared], Preprocessing(mode, 1));
        Assert.Equal(100, Math.Round(raw[0], 3));
    }

    private static ImagePreprocessing Preprocessing(PreprocessMode mode, int channels) => new() { Height = 1, Width = 1, Channels = channels, Mode = mode };
}
