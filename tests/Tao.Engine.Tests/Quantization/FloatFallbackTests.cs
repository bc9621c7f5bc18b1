using System.Collections.Immutable;
using Tao.Engine.Quantization;

namespace Tao.Engine.Tests.Quantization;

public sealed class FloatFallbackTests
{
    private static readonly ImmutableSortedSet<string> _none = [];

    private static readonly ImmutableArray<LayerSensitivity> _layers =
        [new("d", "Conv2d", 5), new("a", "Conv2d", 10), new("c", "Add", 20), new("b", "Linear", 30), new("e", "Linear", 40), new("f", "Linear", 50)];

    [Fact]
    public void A_model_that_keeps_the_budget_stays_in_8_bits()
    {
        var found = FloatFallback.Search(_none, 0.9, () => throw new InvalidOperationException("not asked"), _ => 0.95);
        Assert.True(found.Met);
        Assert.Empty(found.Layers);
        Assert.Equal("layer,reason,sqnr_alone_db,metric_after\n", found.ToCsv());
    }

    [Fact]
    public void Layers_follow_from_the_worst_on_until_the_target_is_reached()
    {
        var found = FloatFallback.Search(["z"], 0.75, () => _layers, layers => 0.5 + (0.125 * (layers.Count - 1)));
        Assert.True(found.Met);
        Assert.Equal(["a", "d", "z"], found.Layers);
        Assert.Equal("layer,reason,sqnr_alone_db,metric_after\nz,request,,\nd,budget,5.00,0.625\na,budget,10.00,0.75\n", found.ToCsv());
    }

    [Fact]
    public void Half_of_the_layers_is_the_end_and_the_best_set_wins()
    {
        var measured = new List<int>();
        var found = FloatFallback.Search(_none, 0.9, () => _layers, layers =>
        {
            measured.Add(layers.Count);
            return layers.Count == 0 ? 0.5 : 0.7;
        });
        Assert.False(found.Met);
        Assert.Equal([0, 1, 2, 3], measured);
        Assert.Equal(["d"], found.Layers);
        Assert.Equal(0.7, found.Metric);
    }
}
