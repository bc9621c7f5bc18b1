using System.Collections.Immutable;

namespace Tao.Specs.Common.Detection;

[SpecMessage("SampleModifierConfig", Doc = "Leaves training images out, or repeats them.")]
public sealed record SampleModifierConfig
{
    [SpecField("filter_samples_containing_only", Number = 1, Doc = "Leave out images whose objects are all of one of these classes.")]
    public ImmutableArray<string> FilterSamplesContainingOnly { get; init; } = [];

    [SpecField("dominant_target_classes", Number = 2, Doc = "Classes that are common in the data.")]
    public ImmutableArray<string> DominantTargetClasses { get; init; } = [];

    [SpecField("minimum_target_class_imbalance", Number = 3, Min = 0, Doc = "Rare class to the ratio from which an image is repeated: more of it than that times the dominant classes; 1 where not given.")]
    public ImmutableSortedDictionary<string, float> MinimumTargetClassImbalance { get; init; } = ImmutableSortedDictionary.Create<string, float>(StringComparer.Ordinal);

    [SpecField("num_duplicates", Number = 4, Doc = "How many more times such an image is written.")]
    public uint NumDuplicates { get; init; }

    [SpecField("max_training_samples", Number = 5, Doc = "The most images of all training folds together; 0: all.")]
    public uint MaxTrainingSamples { get; init; }

    [SpecField("source_to_target_class_mapping", Number = 6, Doc = "Class in the labels to class, for the above.")]
    public ImmutableSortedDictionary<string, string> SourceToTargetClassMapping { get; init; } = ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal);
}
