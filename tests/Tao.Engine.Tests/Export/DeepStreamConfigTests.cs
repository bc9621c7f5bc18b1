using Tao.Data.Classification;
using Tao.Engine.Export;

namespace Tao.Engine.Tests.Export;

/// <summary>nvinfer computes net-scale-factor · (x − offsets[c]); the numbers are worked out by hand.</summary>
public sealed class DeepStreamConfigTests
{
    [Theory]
    [InlineData(PreprocessMode.Caffe, 3, false, "1", "103.939;116.779;123.68", "1")]
    [InlineData(PreprocessMode.Caffe, 1, false, "1", "117.3786", "2")]
    [InlineData(PreprocessMode.Tf, 3, false, "0.0078", "127.5;127.5;127.5", "0")]
    [InlineData(PreprocessMode.Tf, 1, false, "0.0078", "127.5", "2")]
    [InlineData(PreprocessMode.Torch, 3, false, "0.01735", "123.675;116.28;103.53", "0")]
    [InlineData(PreprocessMode.Torch, 1, false, "0.0175", "114.495", "2")]
    [InlineData(PreprocessMode.Caffe, 3, true, "1", "0;0;0", "0")]
    [InlineData(PreprocessMode.Torch, 1, true, "1", "0", "2")]
    public void Constants_are_the_models_own(PreprocessMode mode, int channels, bool folded, string factor, string offsets, string format)
    {
        var preprocessing = new ImagePreprocessing { Height = 20, Width = 30, Channels = channels, Mode = mode };
        string text = DeepStreamConfig.Write(preprocessing, LabelSet.Single(["a", "b", "c"]), folded);
        Assert.DoesNotContain('\r', text);
        var lines = text.TrimEnd('\n').Split('\n').Select(line => line.Split('=')).ToDictionary(pair => pair[0], pair => pair[1]);
        Assert.StartsWith(factor, lines["net-scale-factor"]);
        Assert.Equal(offsets, lines["offsets"]);
        Assert.Equal(format, lines["model-color-format"]);
        Assert.Equal($"{channels};20;30", lines["infer-dims"]);
        Assert.Equal("3", lines["num-detected-classes"]);
        Assert.Equal("1", lines["network-type"]);
    }

    [Fact]
    public void Means_of_the_spec_are_taken()
    {
        var preprocessing = new ImagePreprocessing { Height = 20, Width = 30, Channels = 3, Mode = PreprocessMode.Caffe, Mean = new ImageMean(1, 2, 3, 4) };
        Assert.Contains("offsets=3;2;1\n", DeepStreamConfig.Write(preprocessing, LabelSet.Single(["a", "b"]), false));
    }
}
