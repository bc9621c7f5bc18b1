using System.Collections.Immutable;
using Tao.Data.Detection;
using Tao.Objectives.Detection;

namespace Tao.Objectives.Tests.Detection;

public sealed class AnchorMatcherTests
{
    private const int Background = AnchorMatcher.Background;
    private const int Neutral = AnchorMatcher.Neutral;

    // Unit-height strips; the overlap of [0, 1) with [a, a + 1) is (1 − a) / (1 + a).
    private static readonly ImmutableArray<BoundingBox> _anchors = [Strip(0), Strip(0.25f), Strip(0.5f), Strip(5), Strip(9)];

    [Fact]
    public void Overlapping_anchors_are_positive_neutral_or_background()
    {
        // Overlaps of a box at 0 with the anchors: 1, 0.6, 1/3, 0, 0.
        var matcher = new AnchorMatcher(_anchors, positive: 0.5, negative: 0.3);

        Assert.Equal([0, 0, Neutral, Background, Background], matcher.Match([Strip(0)]));
        Assert.Equal([0, 0, Background, Background, Background], new AnchorMatcher(_anchors, 0.5, 0.4).Match([Strip(0)]));
    }

    [Fact]
    public void Every_box_gets_an_anchor_however_small_the_overlap()
    {
        var matcher = new AnchorMatcher(_anchors, positive: 0.5, negative: 0.5);

        Assert.Equal([0, 0, Background, 1, Background], matcher.Match([Strip(0), Strip(5.9f)]));
        // Two boxes want the first anchor: the better one gets it, the other the next best that is free.
        Assert.Equal([1, 0, Background, Background, Background], matcher.Match([Strip(0.125f), Strip(0)]));
    }

    [Fact]
    public void A_box_that_overlaps_no_anchor_gets_none() =>
        Assert.Equal([Background, Background, Background, Background, Background], new AnchorMatcher(_anchors, 0.5, 0.5).Match([Strip(100)]));

    [Fact]
    public void Without_boxes_all_is_background() =>
        Assert.Equal(Enumerable.Repeat(Background, 5), new AnchorMatcher(_anchors, 0.5, 0.5).Match([]));

    [Fact]
    public void More_boxes_than_anchors_leave_boxes_without()
    {
        var matches = new AnchorMatcher([Strip(0)], 0.5, 0.5).Match([Strip(0.5f), Strip(0.1f), Strip(0.2f)]);

        Assert.Equal([1], matches);
    }

    private static BoundingBox Strip(float x) => new(x, 0, x + 1, 1);
}
