using System.Collections.Immutable;
using Tao.Data.Detection;
using Tao.Specs.Common.Detection;

namespace Tao.Data.Conversion;

/// <summary>Leaves images of a training fold out, or repeats them, so that rare classes are less rare.</summary>
internal sealed class SampleModifier(SampleModifierConfig config)
{
    private readonly ClassMapping _mapping = new(config.SourceToTargetClassMapping, null);

    /// <param name="folds">Training folds, which share <c>max_training_samples</c>.</param>
    public ImmutableArray<LabeledImage> Apply(ImmutableArray<LabeledImage> images, int folds)
    {
        var modified = images.Where(image => !IsFiltered(image)).SelectMany(image => Enumerable.Repeat(image, 1 + (IsRare(image) ? (int)config.NumDuplicates : 0)));
        return config.MaxTrainingSamples == 0 ? [.. modified] : [.. modified.Take((int)config.MaxTrainingSamples / folds)];
    }

    /// <summary>All objects are of one class, which is to be left out where it stands alone.</summary>
    private bool IsFiltered(LabeledImage image) =>
        image.Objects.Select(ClassOf).OfType<string>().Distinct().ToList() is [var only] && config.FilterSamplesContainingOnly.Any(name => ClassMapping.Normal(name) == only);

    private bool IsRare(LabeledImage image)
    {
        var counts = image.Objects.Select(ClassOf).OfType<string>().CountBy(name => name).ToDictionary(StringComparer.Ordinal);
        var dominant = config.DominantTargetClasses.Select(ClassMapping.Normal).ToHashSet(StringComparer.Ordinal);
        var common = counts.Where(pair => dominant.Contains(pair.Key)).Sum(pair => pair.Value);
        return dominant.Count > 0 && counts.Any(pair => !dominant.Contains(pair.Key) && pair.Value > common * RatioOf(pair.Key));
    }

    private float RatioOf(string name) =>
        config.MinimumTargetClassImbalance.Where(pair => ClassMapping.Normal(pair.Key) == name).Select(pair => pair.Value).DefaultIfEmpty(1).First();

    /// <summary>Null for a class that the mapping does not name; without a mapping every class counts as itself.</summary>
    private string? ClassOf(LabeledObject labeled)
    {
        if (_mapping.Classes.IsEmpty)
            return ClassMapping.Normal(labeled.ClassName);
        return _mapping.IndexOf(labeled.ClassName) is { } index ? _mapping.Classes[index] : null;
    }
}
