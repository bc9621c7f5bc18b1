using System.Collections.Immutable;

namespace Tao.Specs.Common;

[SpecMessage("ClassWeightingConfig", Doc = "Weights of the classes in the loss.")]
public sealed record ClassWeightingConfig
{
    [SpecField("class_weighting", Number = 1, Min = 0, Doc = "Class name to loss weight; classes not named weigh 1.")]
    public ImmutableSortedDictionary<string, float> ClassWeighting { get; init; } = ImmutableSortedDictionary.Create<string, float>(StringComparer.Ordinal);

    [SpecField("enable_auto", Number = 2, Doc = "Weigh each class by the inverse of its share of the training samples.")]
    public bool EnableAuto { get; init; }
}
