namespace Tao.Networks;

/// <param name="ModelPath">The model that the spec names, not resolved; the build passes its own instead. Empty when it names none.</param>
/// <param name="CenterCrop">Whether evaluation resizes to a little more than the input and crops its centre.</param>
public sealed record EvaluationPlan(int BatchSize, int TopK, int Workers, bool CenterCrop, string ModelPath)
{
    /// <summary>Whether a detector's precision-recall curves are drawn.</summary>
    public bool DrawsCurves { get; init; }
}
