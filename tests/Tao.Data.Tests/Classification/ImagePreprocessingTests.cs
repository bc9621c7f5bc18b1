using System.Globalization;
using Tao.Data.Classification;
using Tao.Data.Loading;
using Tao.Imaging;
using Tao.Imaging.Preparation;

namespace Tao.Data.Tests.Classification;

public sealed class ImagePreprocessingTests
{
    // One pixel (r, g, b) = (10, 20, 30), or gray 40, worked out by hand.
    [Theory]
    [InlineData(PreprocessMode.Caffe, 3, new[] { 30 - 103.939f, 20 - 116.779f, 10 - 123.68f })]
    [InlineData(PreprocessMode.Tf, 3, new[] { 10 / 127.5f - 1, 20 / 127.5f - 1, 30 / 127.5f - 1 })]
    [InlineData(PreprocessMode.Torch, 3, new[] { (10 / 255f - .485f) / .229f, (20 / 255f - .456f) / .224f, (30 / 255f - .406f) / .225f })]
    [InlineData(PreprocessMode.Caffe, 1, new[] { 40 - 117.3786f })]
    [InlineData(PreprocessMode.Tf, 1, new[] { 40 / 127.5f - 1 })]
    [InlineData(PreprocessMode.Torch, 1, new[] { (40 / 255f - .449f) / .224f })]
    public void Each_mode_by_hand(PreprocessMode mode, int channels, float[] expected)
    {
        byte[] pixel = channels == 3 ? [10, 20, 30] : [40];
        var actual = new float[channels];
        new PixelNormalizer(Make(mode, channels).Transform).Write(pixel, 1, false, actual);
        for (var c = 0; c < channels; c++)
            Assert.Equal(expected[c], actual[c], 1e-4f);
    }

    [Fact]
    public void The_means_of_the_spec_count_in_caffe_mode_only()
    {
        var mean = ImageMean.FromMap(new Dictionary<string, float> { ["r"] = 1, ["g"] = 2, ["b"] = 3, ["l"] = 4 });
        Assert.Equal([-3, -2, -1], (Make(PreprocessMode.Caffe, 3) with { Mean = mean }).Transform.Offset);
        Assert.Equal([-4], (Make(PreprocessMode.Caffe, 1) with { Mean = mean }).Transform.Offset);
        Assert.Equal(Make(PreprocessMode.Tf, 3).Transform.Offset, (Make(PreprocessMode.Tf, 3) with { Mean = mean }).Transform.Offset);
    }

    [Fact]
    public void Caffe_is_bgr_and_the_others_are_rgb()
    {
        Assert.Equal(ChannelOrder.Bgr, Make(PreprocessMode.Caffe, 3).Transform.Order);
        Assert.Equal(ChannelOrder.Rgb, Make(PreprocessMode.Torch, 3).Transform.Order);
        Assert.Equal(ChannelOrder.Gray, Make(PreprocessMode.Tf, 1).Transform.Order);
    }

    [Fact]
    public void Json_brings_back_the_same_record_in_every_culture()
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = new CultureInfo("de-DE");
            var original = Make(PreprocessMode.Caffe, 3) with { CenterCrop = true, Interpolation = Interpolation.Bicubic, Mean = new ImageMean(1.5, 2, 3, 4) };
            Assert.Contains("\"red\": 1.5", original.ToJson());
            Assert.DoesNotContain("transform", original.ToJson());
            Assert.Equal(original, ImagePreprocessing.FromJson(original.ToJson()));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void Two_channels_cannot_be_preprocessed() => Assert.Throws<InvalidOperationException>(() => Make(PreprocessMode.Tf, 2).Transform);

    private static ImagePreprocessing Make(PreprocessMode mode, int channels) => new() { Height = 8, Width = 8, Channels = channels, Mode = mode };
}
