using Tao.Data.Randomness;

namespace Tao.Data.Tests.Randomness;

public sealed class CounterRandomTests
{
    private const int Draws = 20_000;

    // The known-answer vectors of the paper's own library (Random123, kat_vectors, philox4x32 10 rounds).
    [Fact]
    public void Philox_gives_its_published_answers()
    {
        Assert.Equal(new PhiloxBlock(0x6627e8d5, 0xe169c58d, 0xbc57ac4c, 0x9b00dbd8), PhiloxBlock.Compute(0, new PhiloxBlock(0, 0, 0, 0)));
        Assert.Equal(
            new PhiloxBlock(0x408f276d, 0x41c83b0e, 0xa20bc7c6, 0x6d5451fd),
            PhiloxBlock.Compute(ulong.MaxValue, new PhiloxBlock(uint.MaxValue, uint.MaxValue, uint.MaxValue, uint.MaxValue)));
        Assert.Equal(
            new PhiloxBlock(0xd16cfe09, 0x94fdcceb, 0x5001e420, 0x24126ea1),
            PhiloxBlock.Compute(0x299f31d0_a4093822, new PhiloxBlock(0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344)));
    }

    [Fact]
    public void The_same_place_gives_the_same_numbers_and_every_other_place_others()
    {
        var places = new[] { (1UL, 0, 0), (2UL, 0, 0), (1UL, 1, 0), (1UL, 0, 1) };
        var first = places.Select(p => new CounterRandom(p.Item1, RandomPurpose.Augmentation, p.Item2, p.Item3).Uniform()).ToArray();
        var second = places.Select(p => new CounterRandom(p.Item1, RandomPurpose.Augmentation, p.Item2, p.Item3).Uniform()).ToArray();
        Assert.Equal(first, second);
        Assert.Equal(4, first.Distinct().Count());
        Assert.NotEqual(first[0], new CounterRandom(1, RandomPurpose.Mixup, 0, 0).Uniform());
    }

    [Fact]
    public void Uniform_has_its_mean_and_stays_in_range()
    {
        var values = Draw((ref CounterRandom random) => random.Uniform());
        Assert.All(values, value => Assert.InRange(value, 0, 0.9999999999));
        Assert.Equal(0.5, values.Average(), 0.01);
        Assert.Equal(1.0 / 12, Variance(values), 0.003);
    }

    [Fact]
    public void Normal_has_mean_0_and_variance_1()
    {
        var values = Draw((ref CounterRandom random) => random.Normal());
        Assert.Equal(0, values.Average(), 0.03);
        Assert.Equal(1, Variance(values), 0.04);
        Assert.Equal(0.6827, values.Count(v => Math.Abs(v) < 1) / (double)Draws, 0.015);
    }

    // Beta(a, a): mean 1/2, variance 1 / (4 (2a + 1)).
    [Theory]
    [InlineData(0.1)]
    [InlineData(0.2)]
    [InlineData(1.0)]
    [InlineData(3.0)]
    public void Beta_has_its_mean_and_variance(double a)
    {
        var values = Draw((ref CounterRandom random) => random.Beta(a, a));
        Assert.All(values, value => Assert.InRange(value, 0, 1));
        Assert.Equal(0.5, values.Average(), 0.012);
        Assert.Equal(1 / (4 * (2 * a + 1)), Variance(values), 0.01);
    }

    [Fact]
    public void A_tiny_beta_stays_a_number()
    {
        var values = Draw((ref CounterRandom random) => random.Beta(1e-4, 1e-4));
        Assert.All(values, value => Assert.InRange(value, 0, 1));
        Assert.Equal(0.5, values.Average(), 0.03);
    }

    [Fact]
    public void Whole_numbers_are_spread_evenly()
    {
        var counts = new int[7];
        foreach (var value in Draw((ref CounterRandom random) => random.NextInt(7)))
            counts[(int)value]++;
        Assert.All(counts, count => Assert.Equal(Draws / 7.0, count, 250.0));
    }

    private delegate double Drawing(ref CounterRandom random);

    private static double[] Draw(Drawing drawing)
    {
        var random = new CounterRandom(11, RandomPurpose.Augmentation, 0, 0);
        var values = new double[Draws];
        for (var i = 0; i < Draws; i++)
            values[i] = drawing(ref random);
        return values;
    }

    private static double Variance(double[] values)
    {
        var mean = values.Average();
        return values.Average(value => (value - mean) * (value - mean));
    }
}
