using System.Collections.Immutable;

namespace Tao.Inference;

/// <summary>What a classifier answers.</summary>
/// <param name="Label">The class of the highest score.</param>
/// <param name="Name">The class as the dataset names it.</param>
/// <param name="Score">Its probability, 0 to 1.</param>
/// <param name="Scores">The probabilities of all classes, in the order of the label's values.</param>
public sealed record Classification<TLabel>(TLabel Label, string Name, float Score, ImmutableArray<float> Scores)
    where TLabel : struct, Enum
{
    public float ScoreOf(TLabel label) => Scores[Array.IndexOf(Labels<TLabel>.Values, label)];
}
