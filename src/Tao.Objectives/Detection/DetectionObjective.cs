using System.Collections.Immutable;
using System.Globalization;
using Tao.Data.Classification;
using Tao.Data.Detection;
using Tao.Data.Loading;
using Tao.Graph.Ops;
using Tao.Graph;
using TorchSharp;
using static TorchSharp.torch;

namespace Tao.Objectives.Detection;

/// <summary>
/// Boxes by anchors: the graph's first output has the scores (samples × anchors × (1 + classes), background first, after a softmax or a
/// sigmoid), the second the offsets (samples × anchors × 4).
/// </summary>
public sealed class DetectionObjective(DetectionSettings settings) : IObjective
{
    private readonly AnchorMatcher _matcher = new(settings.Anchors.Boxes, settings.PositiveIou, settings.NegativeIou);

    public DetectionSettings Detector => settings;

    public KeyMetrics KeyMetrics => KeyMetrics.Detection;

    /// <summary>The logits, which the losses take for exactness, and the offsets.</summary>
    public ImmutableArray<string> LossValues(NetworkGraph graph)
    {
        var scores = graph.GetNode(graph.Outputs[0]);
        return scores.Op is Softmax or Sigmoid
            ? [scores.Inputs[0], graph.Outputs[1]]
            : throw new GraphException($"The scores of the detector '{graph.Name}' must come from a softmax or a sigmoid, not from '{scores.Op.Name}'.");
    }

    public ImmutableArray<string> PredictionValues(NetworkGraph graph) => [.. graph.Outputs];

    /// <summary>See <see cref="AnchorTargets"/>.</summary>
    public Tensor AssignTargets(ImageBatch batch)
    {
        int anchors = settings.Anchors.Boxes.Length, length = anchors * AnchorTargets.Columns;
        var rows = new float[batch.Count * length];
        for (int sample = 0; sample < batch.Count; sample++)
        {
            AnchorTargets.Write(
                [.. batch.Boxes[sample].Where(box => settings.IncludeDifficult || !box.Difficult)],
                _matcher,
                settings.Coder,
                settings.ClassWeights.AsSpan(),
                rows.AsSpan(sample * length, length));
        }
        return tensor(rows, batch.Count, anchors, AnchorTargets.Columns);
    }

    public Tensor Loss(IReadOnlyList<Tensor> values, Tensor targets) => settings.Loss.Compute(values[0], values[1], targets);

    /// <summary>None: the loss is all that a step of training tells.</summary>
    public IReadOnlyDictionary<string, double> LogSums(IReadOnlyList<Tensor> values, Tensor targets) => ImmutableDictionary<string, double>.Empty;

    public IMetrics CreateMetrics() => new DetectionMetrics(this, settings);

    public ImmutableArray<Answer> Decode(IReadOnlyList<ReadOnlyMemory<float>> predictions, int count) =>
        [.. Enumerable.Range(0, count).Select(sample => Answer(Detect(predictions, sample)))];

    /// <summary>The boxes of one sample, as shares of the image.</summary>
    public ImmutableArray<DetectedBox> Detect(IReadOnlyList<ReadOnlyMemory<float>> predictions, int sample)
    {
        int anchors = settings.Anchors.Boxes.Length, width = anchors * (settings.Classes.Length + 1);
        return DetectionDecoder.Decode(predictions[0].Span.Slice(sample * width, width), predictions[1].Span.Slice(sample * anchors * 4, anchors * 4), settings);
    }

    /// <summary>F1 with scores in place of counts: twice the scores of the right boxes, over all scores and the number of objects. Nothing found where nothing is fits wholly.</summary>
    public double Fit(IReadOnlyList<ReadOnlyMemory<float>> predictions, int index, ImageSample truth)
    {
        var found = Detect(predictions, index);
        GroundTruthBox[] objects = [.. truth.Boxes.Select(item => item with { Box = item.Box.Scaled(1.0 / truth.Width, 1.0 / truth.Height) })];
        double right = 0, all = objects.Count(item => !item.Difficult);
        for (int label = 0; label < settings.Classes.Length; label++)
        {
            foreach (var (score, isRight) in DetectionMatcher.Judge(found.Where(box => box.Class == label), [.. objects.Where(item => item.Class == label)], settings.MatchingIou))
            {
                right += isRight ? score : 0;
                all += score;
            }
        }
        return all == 0 ? 1 : 2 * right / all;
    }

    private Answer Answer(ImmutableArray<DetectedBox> boxes)
    {
        var lines = boxes.Select(found => string.Create(
            CultureInfo.InvariantCulture,
            $"{settings.Classes[found.Class]} {found.Score:F4} [{found.Box.X1:F4}, {found.Box.Y1:F4}, {found.Box.X2:F4}, {found.Box.Y2:F4}]"));
        return new Answer([boxes.Length], string.Create(CultureInfo.InvariantCulture, $"{boxes.Length} found"), string.Join('\n', lines)) { Boxes = boxes };
    }
}
