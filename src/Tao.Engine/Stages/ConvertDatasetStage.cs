using System.Collections.Immutable;
using Tao.Data.Classification;
using Tao.Engine.Datasets;
using Tao.Engine.Explanations;
using Tao.Engine.Fingerprints;
using Tao.Specs;

namespace Tao.Engine.Stages;

/// <summary>
/// Looks at every image: decodes it, hashes it, assigns its labels. Classifiers need no other conversion; what later stages get is
/// a list of files that are known to be good.
/// </summary>
internal sealed class ConvertDatasetStage : IStage
{
    private static readonly SplitRole[] _roles = [SplitRole.Train, SplitRole.Validation, SplitRole.Test];

    private ProjectDataset? _dataset;

    public StageKind Kind => StageKind.ConvertDataset;

    public SpecStages Reads => SpecStages.Dataset;

    // Every image has been read by the time that the fingerprint is known.
    public bool IsCached => false;

    public void DescribeInputs(StageContext context, FingerprintBuilder inputs, CancellationToken cancellation)
    {
        _dataset = DatasetScan.Run(context, _roles, cancellation);
        foreach (var (role, split) in _dataset.Splits)
        {
            inputs.Add($"dataset.{role}", split.ContentHash());
            // Later stages read the files where they lie now; of a moved folder they only notice the contents.
            inputs.Add($"dataset.{role}.root", DatasetIndex.StoredRoot(context.Request.ProjectDirectory, split.Root));
            inputs.Add($"dataset.{role}.images", split.Samples.Length.ToString(System.Globalization.CultureInfo.InvariantCulture));
        }
    }

    public void Foresee(StageContext context, ForeseenArtifacts foreseen) => foreseen.Add(context.Output(ProjectDataset.FileName), _dataset!);

    public StageOutcome Run(StageContext context, CancellationToken cancellation)
    {
        _dataset!.Save(context.Output(ProjectDataset.FileName), context.Request.ProjectDirectory);
        var metrics = ImmutableSortedDictionary.CreateBuilder<string, double>(StringComparer.Ordinal);
        foreach (var set in _dataset.LabelSets)
            metrics[set.Name.Length == 0 ? "classes" : $"classes/{set.Name}"] = set.Classes.Length;
        foreach (var (role, split) in _dataset.Splits)
        {
            metrics[$"images/{role}"] = split.Samples.Length;
            context.Log($"{role}: {split.Samples.Length} images ({string.Join("; ", split.LabelSets.Select((set, i) => Counts(set, split.CountByClass(i))))})");
        }
        return StageOutcome.Of(metrics.ToImmutable(), ("dataset", ProjectDataset.FileName));
    }

    private static string Counts(LabelSet set, ImmutableArray<int> counts) =>
        (set.Name.Length == 0 ? "" : $"{set.Name}: ") + string.Join(", ", set.Classes.Select((name, i) => $"{name} {counts[i]}"));
}
