using System.Collections.Immutable;
using Tao.Engine.Quantization;
using Tao.Graph.Passes;
using TorchSharp;
using static TorchSharp.torch;

namespace Tao.Engine.Tests.Quantization;

public sealed class LayerSensitivityTests
{
    [Theory]
    [InlineData("x", "first")]
    [InlineData("relu1", "second")]
    [InlineData("relu2", "pool")]
    [InlineData("pool", "predictions")]
    public void The_layer_that_reads_the_coarsest_values_is_the_worst(string value, string layer)
    {
        using var scope = NewDisposeScope();
        var model = RoundedNetwork.Create();
        var images = RoundedNetwork.Images(4, 1);
        var ranges = RoundedNetwork.Ranges(model, images).Magnitudes.ToImmutableDictionary();
        var layers = LayerSensitivity.Measure(model, new QuantizationRanges(ranges.SetItem(value, ranges[value] * 100)), ImmutableHashSet<string>.Empty, [images]);
        Assert.Equal(layer, layers[0].Layer);
        Assert.Equal(["first", "pool", "predictions", "second"], layers.Select(row => row.Layer).Order());
        Assert.Equal(layers.Select(row => row.Sqnr).Order(), layers.Select(row => row.Sqnr));
    }

    [Fact]
    public void Layers_in_float_are_not_measured()
    {
        using var scope = NewDisposeScope();
        var model = RoundedNetwork.Create();
        var images = RoundedNetwork.Images(4, 1);
        var layers = LayerSensitivity.Measure(model, RoundedNetwork.Ranges(model, images), ImmutableHashSet.Create("first"), [images]);
        Assert.DoesNotContain("first", layers.Select(row => row.Layer));
    }
}
