using Tao.Data.Loading;

namespace Tao.Data.Tests.Loading;

public sealed class SoftTargetsTests
{
    [Fact]
    public void Without_smoothing_they_are_one_hot() => Assert.Equal([0, 0, 1, 1, 0, 0], Write([2, 0], 3, 0));

    // s = 0.2, K = 4: 0.8 + 0.05 for the label, 0.05 elsewhere.
    [Fact]
    public void Smoothing_by_hand() => Assert.Equal([0.05f, 0.85f, 0.05f, 0.05f], Write([1], 4, 0.2));

    [Fact]
    public void Label_sets_stand_side_by_side()
    {
        // Two samples of two label sets with 2 and 3 classes; s = 0.3: 0.15 and 0.1 are spread.
        var targets = new float[10];
        SoftTargets.Write([1, 0, 0, 2], [2, 3], 0.3, targets);
        float[] expected = [0.15f, 0.85f, 0.8f, 0.1f, 0.1f, 0.85f, 0.15f, 0.1f, 0.1f, 0.8f];
        Assert.All(expected.Zip(targets), pair => Assert.Equal(pair.First, pair.Second, 1e-6f));
    }

    private static float[] Write(int[] labels, int classes, double smoothing)
    {
        var targets = Enumerable.Repeat(9f, labels.Length * classes).ToArray();
        SoftTargets.Write(labels, [classes], smoothing, targets);
        return targets;
    }
}
