using Tao.Graph.Passes;

namespace Tao.Graph.Tests.Passes;

/// <summary>Tables that can be checked by hand, one per setting of <c>tao prune</c>.</summary>
public sealed class FilterSelectionTests
{
    private static readonly double[] _norms = [0.05, 1, 0.1, 0.5, 0.3, 0.11];

    [Theory]
    // Strictly above the threshold: 0.1 itself goes.
    [InlineData(0.1, 1, 1, "1 3 4 5")]
    [InlineData(0.3, 1, 1, "1 3")]
    [InlineData(0, 1, 1, "0 1 2 3 4 5")]
    // The minimum, or all filters if there are fewer.
    [InlineData(0.9, 3, 1, "1 3 4")]
    [InlineData(0.9, 16, 1, "0 1 2 3 4 5")]
    // Up to a multiple of the granularity, which the next largest fill; at most all.
    [InlineData(0.3, 1, 3, "1 3 4")]
    [InlineData(0.3, 1, 4, "1 3 4 5")]
    [InlineData(0.1, 1, 8, "0 1 2 3 4 5")]
    [InlineData(0.1, 1, 5, "1 2 3 4 5")]
    // The minimum is rounded up too.
    [InlineData(0.9, 3, 2, "1 3 4 5")]
    public void Threshold_minimum_and_granularity_set_the_count_and_the_largest_stay(double threshold, int minimum, int granularity, string expected)
    {
        var settings = new PruneSettings(Threshold: threshold, MinFilters: minimum, Granularity: granularity);
        Assert.Equal(expected, string.Join(' ', FilterSelection.Keep(_norms, settings)));
    }

    /// <summary>Of 40 filters half is 20, rounded up to 32 by blocks of 16.</summary>
    [Theory]
    [InlineData(0.5, 1, 20)]
    [InlineData(0.51, 1, 21)]
    [InlineData(0.5, 16, 32)]
    [InlineData(0.1, 1, 8)]
    [InlineData(1, 16, 40)]
    public void A_ratio_stands_in_for_the_threshold(double ratio, int granularity, int kept) => Assert.Equal(
        Enumerable.Range(40 - kept, kept),
        FilterSelection.Keep([.. Enumerable.Range(0, 40).Select(i => i / 40.0)], new(Threshold: 0.99, MinFilters: 8, Granularity: granularity, KeepRatio: ratio)));

    [Fact]
    public void Among_equals_the_first_stay() =>
        Assert.Equal([0, 1], FilterSelection.Keep([0.5, 0.5, 0.5, 0.5], new(Threshold: 0.6, MinFilters: 2, Granularity: 1)));

    [Fact]
    public void Defaults_are_taos()
    {
        var settings = new PruneSettings();
        Assert.Equal((Normalizer.Max, EqualizationCriterion.Union), (settings.Normalizer, settings.Equalization));
        Assert.Equal((8, 0.1, 16), (settings.Granularity, settings.Threshold, settings.MinFilters));
        // 40 filters of which 18 count: 24 stay.
        Assert.Equal(24, FilterSelection.Keep([.. Enumerable.Range(0, 40).Select(i => i < 18 ? 1 : 0.01 * i / 40)], settings).Length);
    }

    [Fact]
    public void Max_divides_by_the_largest_norm() =>
        Assert.Equal([1, 0.5, 0.25], FilterSelection.NormalizedNorms(Samples.KernelWithNorms(new TensorShape(3, 2, 2, 2), 4, 2, 1), Normalizer.Max));

    [Fact]
    public void L2_divides_by_the_length_of_all_norms_over_their_number()
    {
        // sqrt(3² + 4²) = 5, so 3 and 4 become 3/5·2 and 4/5·2.
        var norms = FilterSelection.NormalizedNorms(Samples.KernelWithNorms(new TensorShape(2, 3), 3, 4), Normalizer.L2);
        Assert.Equal(1.2, norms[0], 12);
        Assert.Equal(1.6, norms[1], 12);
    }

    [Fact]
    public void Norm_is_over_all_elements_of_a_filter()
    {
        var kernel = new WeightTensor(new TensorShape(2, 2, 1, 1), new float[] { 3, -4, 6, 8 });
        Assert.Equal([0.5, 1], FilterSelection.NormalizedNorms(kernel, Normalizer.Max));
    }

    [Theory]
    [InlineData(Normalizer.Max)]
    [InlineData(Normalizer.L2)]
    public void Layer_of_zeros_keeps_the_minimum(Normalizer normalizer)
    {
        var norms = FilterSelection.NormalizedNorms(WeightTensor.Filled(new TensorShape(4, 3), 0), normalizer);
        Assert.Equal([0, 1], FilterSelection.Keep(norms, new(MinFilters: 2, Granularity: 1)));
    }

    [Theory]
    [InlineData(EqualizationCriterion.Union, 0.9, 0.8)]
    [InlineData(EqualizationCriterion.Intersection, 0.1, 0.2)]
    [InlineData(EqualizationCriterion.ArithmeticMean, 0.5, 0.5)]
    [InlineData(EqualizationCriterion.GeometricMean, 0.3, 0.4)]
    public void Criteria_combine_two_layers(EqualizationCriterion criterion, double first, double second)
    {
        var combined = FilterSelection.Combine([[0.9, 0.2], [0.1, 0.8]], criterion);
        Assert.Equal(first, combined[0], 12);
        Assert.Equal(second, combined[1], 12);
    }

    [Fact]
    public void Geometric_mean_with_a_zero_is_zero() =>
        Assert.Equal([0.0], FilterSelection.Combine([[0.0], [1.0], [1.0]], EqualizationCriterion.GeometricMean));
}
