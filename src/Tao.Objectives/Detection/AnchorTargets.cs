using Tao.Data.Detection;
using TorchSharp;
using static TorchSharp.torch;

namespace Tao.Objectives.Detection;

/// <summary>
/// What every anchor of a batch is to say, in one tensor of samples × anchors × 6: the class (0 background, from 1 the foreground classes, −1
/// neutral), the weight of the anchor, and the four offsets, which only foreground anchors have.
/// </summary>
public static class AnchorTargets
{
    public const int Columns = 6;
    public const float Neutral = -1;

    private const int Class = 0;
    private const int Weight = 1;
    private const int Offsets = 2;

    /// <summary>Writes the anchors of one image.</summary>
    /// <param name="classWeights">By foreground class; empty when every class weighs 1.</param>
    /// <param name="rows">Anchors × <see cref="Columns"/>.</param>
    public static void Write(
        IReadOnlyList<GroundTruthBox> truths, AnchorMatcher matcher, BoxCoder coder, ReadOnlySpan<float> classWeights, Span<float> rows)
    {
        var matches = matcher.Match([.. truths.Select(truth => truth.Box)]);
        rows.Clear();
        for (int anchor = 0; anchor < matches.Length; anchor++)
        {
            var row = rows.Slice(anchor * Columns, Columns);
            row[Weight] = 1;
            if (matches[anchor] == AnchorMatcher.Neutral)
                row[Class] = Neutral;
            if (matches[anchor] < 0)
                continue;
            var truth = truths[matches[anchor]];
            row[Class] = truth.Class + 1;
            row[Weight] = classWeights.IsEmpty ? 1 : classWeights[truth.Class];
            coder.Encode(truth.Box, matcher.Anchors[anchor], row[Offsets..]);
        }
    }

    /// <summary>Samples × anchors.</summary>
    internal static Tensor ClassesOf(Tensor targets) => targets.select(2, Class);

    /// <summary>Samples × anchors.</summary>
    internal static Tensor WeightsOf(Tensor targets) => targets.select(2, Weight);

    /// <summary>Samples × anchors × 4.</summary>
    internal static Tensor OffsetsOf(Tensor targets) => targets.narrow(2, Offsets, 4);
}
