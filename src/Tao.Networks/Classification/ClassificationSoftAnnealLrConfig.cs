using System.Collections.Immutable;
using Tao.Specs;

namespace Tao.Networks.Classification;

[SpecMessage("SoftAnnealLrConfig", Doc = "Rises linearly until soft_start and is divided at each annealing point. Progress runs from 0 to 1.")]
public sealed record ClassificationSoftAnnealLrConfig : ISpecRules
{
    [SpecField("learning_rate", Number = 1, Required = true, ExclusiveMin = 0, Doc = "Rate after the warm-up.")]
    public float LearningRate { get; init; }

    [SpecField("soft_start", Number = 2, Min = 0, ExclusiveMax = 1, Doc = "Progress at which the warm-up ends.")]
    public float SoftStart { get; init; }

    [SpecField("annealing_divider", Number = 3, ExclusiveMin = 0, ZeroIsDefault = true, Doc = "The rate is divided by this at each point.")]
    public float AnnealingDivider { get; init; } = 1;

    [SpecField("annealing_points", Number = 7, Min = 0, Max = 1, Doc = "Progress values, strictly increasing and greater than soft_start.")]
    public ImmutableArray<float> AnnealingPoints { get; init; } = [];

    public void Check(SpecRuleContext context)
    {
        var previous = SoftStart;
        for (var index = 0; index < AnnealingPoints.Length; index++)
        {
            var point = AnnealingPoints[index];
            var bound = index == 0 ? "soft_start" : "the point before it";
            if (point <= previous)
                context.Error(FormattableString.Invariant($"The annealing point {point} is not greater than {bound} ({previous})."), "List the points in increasing order, all greater than soft_start.", SpecPath.Item("annealing_points", index), "annealing_points");
            previous = point;
        }

        if (AnnealingPoints.Length > 0 && !context.IsGiven("annealing_divider"))
            context.Error("'annealing_points' need an 'annealing_divider'.", "Write for example 'annealing_divider: 10'.", "annealing_points");
    }
}
