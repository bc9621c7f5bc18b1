using System.Collections.Immutable;
using System.Globalization;
using Tao.Data.Classification;
using Tao.Engine.Datasets;

namespace Tao.Engine.Explanations;

/// <summary>Counts what happened to the images of a dataset.</summary>
internal static class DatasetDifference
{
    /// <summary>For example <c>train: 3 images added, 1 changed</c>; a split in which nothing happened has no line.</summary>
    public static ImmutableArray<string> Describe(ProjectDataset before, ProjectDataset now) =>
        [.. Enum.GetValues<SplitRole>().Select(role => (role, text: Describe(before.Find(role), now.Find(role)))).Where(split => split.text.Length > 0)
            .Select(split => $"{split.role.ToString().ToLowerInvariant()}: {split.text}")];

    private static string Describe(ImageDataset? before, ImageDataset? now)
    {
        var old = ByPath(before);
        var current = ByPath(now);
        string[] added = [.. current.Keys.Where(path => !old.ContainsKey(path))];
        string[] removed = [.. old.Keys.Where(path => !current.ContainsKey(path))];
        string[] common = [.. current.Keys.Where(old.ContainsKey)];
        int changed = common.Count(path => old[path].Sha256 != current[path].Sha256);
        int relabelled = common.Count(path => old[path].Sha256 == current[path].Sha256 && Labels(before!, old[path]) != Labels(now!, current[path]));

        // The same bytes under another name are one file that was moved.
        var gone = removed.Select(path => old[path].Sha256).OfType<string>().GroupBy(hash => hash).ToDictionary(group => group.Key, group => group.Count());
        int renamed = added.Select(path => current[path].Sha256).OfType<string>().GroupBy(hash => hash).Sum(group => Math.Min(group.Count(), gone.GetValueOrDefault(group.Key)));
        (int Count, string What)[] parts =
            [(added.Length - renamed, "added"), (removed.Length - renamed, "removed"), (renamed, "renamed"), (changed, "changed"), (relabelled, "labelled otherwise")];
        var lines = parts.Where(part => part.Count > 0).Select((part, i) =>
            string.Create(CultureInfo.InvariantCulture, $"{part.Count}{(i > 0 ? "" : part.Count == 1 ? " image" : " images")} {part.What}"));
        return string.Join(", ", lines);
    }

    private static Dictionary<string, ImageSample> ByPath(ImageDataset? dataset) =>
        dataset?.Samples.ToDictionary(sample => sample.RelativePath, StringComparer.Ordinal) ?? [];

    /// <summary>By the classes' names: their numbers may have changed.</summary>
    private static string Labels(ImageDataset dataset, ImageSample sample) => string.Join(
        '|',
        sample.Labels.Select((label, set) => dataset.LabelSets[set].Classes[label])
            .Concat(sample.Boxes.Select(box => string.Create(CultureInfo.InvariantCulture, $"{dataset.LabelSets[0].Classes[box.Class]} {box.Box} {box.Difficult}"))));
}
