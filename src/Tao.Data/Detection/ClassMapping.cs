using System.Collections.Immutable;
using Tao.Data.Classification;
using Tao.Specs;

namespace Tao.Data.Detection;

/// <summary>
/// Which classes of the labels are trained as which: TAO's <c>target_class_mapping</c>. Upper and lower case do not matter, nor do COCO's
/// spaces; the classes are the targets in lower case and ordinal order.
/// </summary>
public sealed class ClassMapping
{
    private const string Ignored = "dontcare";

    private readonly Dictionary<string, string> _targets = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _written = new(StringComparer.Ordinal);
    private readonly List<(string First, string Second)> _conflicts = [];
    private readonly SourceLocation? _location;

    /// <param name="mapping">Class in the labels → class to train.</param>
    /// <param name="location">Where the spec has the mapping.</param>
    public ClassMapping(IEnumerable<KeyValuePair<string, string>> mapping, SourceLocation? location)
    {
        ArgumentNullException.ThrowIfNull(mapping);
        _location = location;
        foreach (var (source, target) in mapping)
        {
            var name = Normal(source);
            if (_targets.TryGetValue(name, out var other) && other != Normal(target))
                _conflicts.Add((_written[name], source));
            _targets[name] = Normal(target);
            _written[name] = source;
        }
        Classes = [.. _targets.Values.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
    }

    public ImmutableArray<string> Classes { get; }

    /// <summary>The index of the class to train, or null for an object that is not trained on.</summary>
    public int? IndexOf(string className) => _targets.TryGetValue(Normal(className), out var target) ? Classes.IndexOf(target) : null;

    /// <summary>How many objects each class of the labels has, spelled as in the labels.</summary>
    public static ImmutableSortedDictionary<string, int> Count(IEnumerable<LabeledImage> images) => images
        .SelectMany(image => image.Objects)
        .GroupBy(labeled => labeled.ClassName, StringComparer.Ordinal)
        .ToImmutableSortedDictionary(group => group.Key, group => group.Count(), StringComparer.Ordinal);

    /// <summary>
    /// Compares the mapping with the labels, before anything is trained: a class to train that no label has is an error, a class on either side
    /// that the other lacks a warning, both with the counts. Two targets for one class are an error too.
    /// </summary>
    /// <param name="counts">See <see cref="Count"/>.</param>
    /// <param name="mustHaveAll">Whether a class to train without an object is an error; of data that only measure it is a warning.</param>
    public void Check(ImmutableSortedDictionary<string, int> counts, bool mustHaveAll, DiagnosticBag bag)
    {
        ArgumentNullException.ThrowIfNull(counts);
        ArgumentNullException.ThrowIfNull(bag);
        var found = counts.Count == 0 ? "There are no objects." : $"The labels have {string.Join(", ", counts.Select(pair => $"{pair.Key} {pair.Value}"))}.";
        var sources = counts.Keys.Select(Normal).ToHashSet(StringComparer.Ordinal);
        foreach (var (first, second) in _conflicts)
            bag.Error(SpecCodes.Contradiction, $"target_class_mapping has two targets for '{first}', which it also writes '{second}'.", "Keep one; upper and lower case and spaces do not distinguish classes.", _location);
        foreach (var target in Classes.Where(target => !_targets.Any(pair => pair.Value == target && sources.Contains(pair.Key))))
        {
            var (message, remedy) = ($"No object is of the class '{target}'. {found}", "Correct target_class_mapping, or add objects of the class.");
            if (mustHaveAll)
                bag.Error(DataCodes.ClassAbsent, message, remedy, _location);
            else
                bag.Warning(DataCodes.ClassAbsent, message, remedy, _location);
        }
        foreach (var (source, target) in _targets.Where(pair => !sources.Contains(pair.Key) && Classes.Contains(pair.Value)))
        {
            if (_targets.Any(pair => pair.Value == target && sources.Contains(pair.Key)))
                bag.Warning(DataCodes.ClassAbsent, $"target_class_mapping names '{_written[source]}', which no label has. {found}", "Remove the entry, or correct its name.", _location);
        }
        foreach (var (name, count) in counts)
            CheckLabel(name, count, bag);
    }

    internal static string Normal(string name) => name.Replace(" ", "", StringComparison.Ordinal).ToLowerInvariant();

    private void CheckLabel(string name, int count, DiagnosticBag bag)
    {
        var normal = Normal(name);
        if (!_targets.ContainsKey(normal))
        {
            if (normal != Ignored)
                bag.Warning(DataCodes.ClassUnmapped, $"{count} object(s) of '{name}' are left out: target_class_mapping does not name the class.", "Add it to the mapping, if it is to be found.", _location);
        }
        else if (_written[normal] != name)
            bag.Info(DataCodes.ClassSpelling, $"{count} object(s) are written '{name}' in the labels and '{_written[normal]}' in target_class_mapping; they are taken as the same.", null, _location);
    }
}
