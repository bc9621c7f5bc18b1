using Tao.Runtime.Optimization;
using TorchSharp;
using static TorchSharp.torch;

namespace Tao.Runtime.Tests.Optimization;

[Collection(TorchGenerator.Name)]
public sealed class ExponentialMovingAverageTests
{
    /// <summary>0.999 · (1 − e^(−n / 2000)), worked out with a calculator.</summary>
    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 0.000499375)]
    [InlineData(2000, 0.631488)]
    [InlineData(100_000, 0.999)]
    public void The_decay_grows_with_the_updates(long updates, double expected) =>
        Assert.Equal(expected, ExponentialMovingAverage.Decay(updates), 1e-6);

    [Fact]
    public void The_average_follows_the_weights()
    {
        using var module = SmallNetworks.OneWeight(1).ToModule();
        using var average = new ExponentialMovingAverage(module);
        double expected = 1;
        foreach (var (updates, weight) in (ReadOnlySpan<(long, float)>)[(500, 3), (2000, -2), (8000, 5)])
        {
            Set(module, weight);
            average.Update(updates);
            double decay = ExponentialMovingAverage.Decay(updates);
            expected = (decay * expected) + ((1 - decay) * weight);
        }
        using (average.Apply())
            Assert.Equal(expected, Get(module), 1e-6);
        Assert.Equal(5, Get(module));
    }

    [Fact]
    public void A_restart_from_the_average_finds_the_last_weights_again()
    {
        using var module = SmallNetworks.OneWeight(1).ToModule();
        using var average = new ExponentialMovingAverage(module);
        Set(module, 3);
        average.Update(2000);
        var current = average.ReadCurrent();
        float saved;
        using (average.Apply())
            saved = Get(module);

        using var restarted = SmallNetworks.OneWeight(saved).ToModule();
        using var again = new ExponentialMovingAverage(restarted);
        again.WriteCurrent(current);

        Assert.Equal(3, Get(restarted));
        using (again.Apply())
            Assert.Equal(saved, Get(restarted));
    }

    private static float Get(GraphModule module) => module.ReadWeights()["one.weight"].Data.Span[0];

    private static void Set(GraphModule module, float value)
    {
        using var noGrad = no_grad();
        module.Parameters["one.weight"].fill_(value);
    }
}
