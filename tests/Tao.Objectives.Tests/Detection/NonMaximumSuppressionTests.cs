using Tao.Data.Detection;
using Tao.Objectives.Detection;

namespace Tao.Objectives.Tests.Detection;

public sealed class NonMaximumSuppressionTests
{
    [Fact]
    public void A_better_box_of_the_same_class_suppresses()
    {
        var suppression = new NonMaximumSuppression(MinScore: 0.125, MaxIou: 0.5, TopK: 10);

        // Overlaps with the first: 0.6, 1/3, 0.6 of another class.
        var kept = suppression.Apply([Box(0, 0.5f, 0), Box(0, 0.9f, 0.25f), Box(0, 0.3f, 0.75f), Box(1, 0.4f, 0.25f), Box(0, 0.125f, 5)]);

        Assert.Equal([(0, 0.9f), (1, 0.4f), (0, 0.3f)], kept.Select(box => (box.Class, box.Score)));
    }

    [Fact]
    public void An_overlap_of_exactly_the_limit_stays()
    {
        var suppression = new NonMaximumSuppression(0, MaxIou: BoundingBox.Iou(Box(0, 1, 0).Box, Box(0, 1, 0.25f).Box), 10);

        Assert.Equal(2, suppression.Apply([Box(0, 0.5f, 0), Box(0, 0.9f, 0.25f)]).Length);
    }

    [Fact]
    public void TopK_counts_for_each_class_and_for_all()
    {
        var suppression = new NonMaximumSuppression(0, 0.5, TopK: 2);

        var kept = suppression.Apply([Box(0, 0.9f, 0), Box(0, 0.8f, 2), Box(0, 0.7f, 4), Box(1, 0.6f, 0)]);

        Assert.Equal([0.9f, 0.8f], kept.Select(box => box.Score));
    }

    private static DetectedBox Box(int @class, float score, float x) => new(@class, score, new BoundingBox(x, 0, x + 1, 1));
}
