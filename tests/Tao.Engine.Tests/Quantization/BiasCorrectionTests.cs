using Tao.Engine.Quantization;
using Tao.Graph;
using Tao.Graph.Passes;
using TorchSharp;
using static TorchSharp.torch;

namespace Tao.Engine.Tests.Quantization;

public sealed class BiasCorrectionTests
{
    private static readonly string[] _layers = ["first", "second", "predictions"];

    [Fact]
    public void Layers_have_the_float_layers_means_again()
    {
        using var scope = NewDisposeScope();
        var model = RoundedNetwork.Create();
        var images = RoundedNetwork.Images(8, 1);
        var rounding = new FakeQuantPass(RoundedNetwork.Ranges(model, images));
        var exact = RoundedNetwork.Values(model, images);
        var plain = RoundedNetwork.Values(PassRunner.Run(model, rounding), images);
        var corrected = RoundedNetwork.Values(PassRunner.Run(BiasCorrection.Apply(model, rounding, images), rounding), images);

        foreach (string layer in _layers)
        {
            Assert.All(MeanErrors(exact[layer], corrected[layer], 8), error => Assert.Equal(0, error, 1e-5));
            Assert.True(MeanErrors(exact[layer], plain[layer], 8).Max(Math.Abs) > 1e-4, layer);
        }
    }

    [Fact]
    public void Other_images_gain_too()
    {
        using var scope = NewDisposeScope();
        var model = RoundedNetwork.Create();
        var rounding = new FakeQuantPass(RoundedNetwork.Ranges(model, RoundedNetwork.Images(16, 1)));
        var corrected = BiasCorrection.Apply(model, rounding, RoundedNetwork.Images(16, 1));
        var unseen = RoundedNetwork.Images(16, 2);
        float[] exact = RoundedNetwork.Values(model, unseen)["predictions"];

        double before = RoundedNetwork.Sqnr(exact, RoundedNetwork.Values(PassRunner.Run(model, rounding), unseen)["predictions"]);
        double after = RoundedNetwork.Sqnr(exact, RoundedNetwork.Values(PassRunner.Run(corrected, rounding), unseen)["predictions"]);
        Assert.True(after > before + 3, $"{before:F1} dB -> {after:F1} dB");
    }

    [Fact]
    public void Float_layers_and_kernels_stay_as_they_are()
    {
        using var scope = NewDisposeScope();
        var model = RoundedNetwork.Create();
        var images = RoundedNetwork.Images(4, 1);
        var corrected = BiasCorrection.Apply(model, new FakeQuantPass(RoundedNetwork.Ranges(model, images), ["first"]), images);
        Assert.Equal(model.Graph.GetNode("first"), corrected.Graph.GetNode("first"));
        foreach (var (name, weight) in model.Weights.Values.Where(weight => weight.Key.EndsWith(".weight", StringComparison.Ordinal)))
            Assert.True(weight.Data.Span.SequenceEqual(corrected.Weights[name].Data.Span), name);
        Assert.Contains(corrected.Weights["second.bias"].Data.ToArray(), bias => bias != 0);
    }

    /// <summary>Mean of actual − expected by channel; values are N × C × positions.</summary>
    private static double[] MeanErrors(float[] expected, float[] actual, int images)
    {
        int channels = expected.Length / images is 4 ? 4 : 8;
        int positions = expected.Length / images / channels;
        var errors = new double[channels];
        for (int i = 0; i < expected.Length; i++)
            errors[i / positions % channels] += (actual[i] - (double)expected[i]) / (images * positions);
        return errors;
    }
}
