using Tao.Data.Detection;
using Tao.Objectives.Detection;

namespace Tao.Objectives.Tests.Detection;

public sealed class MeanAveragePrecisionTests
{
    private static readonly BoundingBox _left = new(0, 0, 10, 10);
    private static readonly BoundingBox _right = new(20, 0, 30, 10);
    private static readonly BoundingBox _nowhere = new(50, 50, 60, 60);

    /// <summary>
    /// By hand: right, wrong, right of two boxes. Recalls 0.5, 0.5, 1; precisions 1, 1/2, 2/3; the envelope is 1 up to 0.5 and 2/3 beyond.
    /// </summary>
    [Theory]
    [InlineData(AveragePrecisionMode.Sample, ((6 * 1) + (5 * 2 / 3.0)) / 11)]
    [InlineData(AveragePrecisionMode.Integrate, (0.5 * 1) + (0.5 * 2 / 3.0))]
    [InlineData(AveragePrecisionMode.Coco, ((51 * 1) + (50 * 2 / 3.0)) / 101)]
    public void Right_wrong_right(AveragePrecisionMode mode, double expected)
    {
        var precision = new MeanAveragePrecision(1, 0.5, mode);
        precision.Add([new(0, 0.9f, _left), new(0, 0.8f, _nowhere), new(0, 0.7f, _right)], [new(0, _left), new(0, _right)]);

        Assert.Equal(expected, precision.Mean(), 1e-12);
    }

    [Fact]
    public void The_second_answer_for_a_box_is_wrong_and_difficult_boxes_do_not_count()
    {
        Assert.Equal([true, false], Judge([new(0, 0.9f, _left), new(0, 0.8f, _left)], [new(0, _left)]));
        Assert.Equal([true], Judge([new(0, 0.9f, _left), new(0, 0.8f, _right)], [new(0, _left), new(0, _right, Difficult: true)]));
        // The better answer comes last in the list.
        Assert.Equal([true, false], Judge([new(0, 0.2f, new(0, 0, 10, 8)), new(0, 0.9f, _left)], [new(0, _left)]));
    }

    /// <summary>TAO's rule: the second answer takes the box that is left, where Pascal VOC's own would call it wrong.</summary>
    [Fact]
    public void An_answer_may_take_the_second_best_box() =>
        Assert.Equal([true, true], Judge([new(0, 0.9f, _left), new(0, 0.8f, _left)], [new(0, _left), new(0, new(0, 0, 10, 7))]));

    [Fact]
    public void Classes_do_not_mix_and_a_class_without_boxes_has_no_precision()
    {
        var precision = new MeanAveragePrecision(3, 0.5, AveragePrecisionMode.Integrate);
        precision.Add([new(0, 0.9f, _left), new(1, 0.9f, _left)], [new(0, _left), new(1, _right)]);

        Assert.Equal([1.0, 0, 0], precision.ByClass());
        Assert.Equal([1, 1, 0], precision.Positives);
        Assert.Equal(1 / 3.0, precision.Mean(), 1e-12);
    }

    [Fact]
    public void An_overlap_of_exactly_the_minimum_is_right()
    {
        double iou = BoundingBox.Iou(_left, new(0, 0, 10, 5));
        Assert.Equal([true], DetectionMatcher.Judge([new(0, 0.9f, new(0, 0, 10, 5))], [new(0, _left)], iou).Select(verdict => verdict.Right));
    }

    public static TheoryData<int> Seeds => [.. Enumerable.Range(0, 200)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Random_boxes_agree_with_the_definition(int seed)
    {
        var random = new Random(seed);
        const int classes = 3;
        var images = Enumerable.Range(0, random.Next(1, 8)).Select(_ => RandomImage(random, classes)).ToList();
        double minIou = 0.3 + (0.1 * random.Next(5));
        foreach (var mode in Enum.GetValues<AveragePrecisionMode>())
        {
            var precision = new MeanAveragePrecision(classes, minIou, mode);
            foreach (var (answers, truths) in images)
                precision.Add(answers, truths);
            for (int i = 0; i < classes; i++)
                Assert.Equal(ReferenceAveragePrecision.Of(images, i, minIou, mode), precision.ByClass()[i], 1e-9);
        }
    }

    [Fact]
    public void Coco_averages_over_overlaps_and_over_the_classes_that_there_are()
    {
        var coco = new CocoAveragePrecision(2);
        // The answer's overlap is 0.72: right at 0.50, 0.55, 0.60, 0.65 and 0.70.
        coco.Add([new(0, 0.9f, new(0, 0, 10, 7.2f))], [new(0, _left)]);

        Assert.Equal(0.5, coco.Mean(), 1e-9);
        Assert.Equal(1, coco.MeanAtHalf(), 1e-9);
    }

    private static IEnumerable<bool> Judge(DetectedBox[] answers, GroundTruthBox[] truths) =>
        DetectionMatcher.Judge(answers, truths, 0.5).Select(verdict => verdict.Right);

    /// <summary>Some answers near a box of the image, some anywhere; all scores different.</summary>
    private static (DetectedBox[] Answers, GroundTruthBox[] Truths) RandomImage(Random random, int classes)
    {
        BoundingBox Anywhere()
        {
            float x = random.NextSingle() * 80, y = random.NextSingle() * 80;
            return new BoundingBox(x, y, x + 5 + (random.NextSingle() * 20), y + 5 + (random.NextSingle() * 20));
        }

        float Near(float value) => value + ((random.NextSingle() - 0.5f) * 6);
        var truths = Enumerable.Range(0, random.Next(8)).Select(_ => new GroundTruthBox(random.Next(classes), Anywhere(), random.Next(6) == 0)).ToArray();
        var answers = Enumerable.Range(0, random.Next(20)).Select(_ =>
        {
            var box = Anywhere();
            int found = random.Next(classes);
            if (truths.Length > 0 && random.Next(3) > 0)
            {
                var truth = truths[random.Next(truths.Length)];
                (found, box) = (truth.Class, new BoundingBox(Near(truth.Box.X1), Near(truth.Box.Y1), Near(truth.Box.X2), Near(truth.Box.Y2)));
            }
            return new DetectedBox(found, random.NextSingle(), box);
        });
        return ([.. answers], truths);
    }
}
