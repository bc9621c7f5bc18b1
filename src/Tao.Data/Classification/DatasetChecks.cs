using Tao.Specs;

namespace Tao.Data.Classification;

/// <summary>What has to hold between two splits of one dataset.</summary>
public static class DatasetChecks
{
    private const int NamesShown = 5;

    /// <summary>Both splits must list the same classes in the same order, or labels would mean different things. Reports one error.</summary>
    public static void SameClasses(ImageDataset train, ImageDataset other, DiagnosticBag bag)
    {
        ArgumentNullException.ThrowIfNull(train);
        ArgumentNullException.ThrowIfNull(other);
        ArgumentNullException.ThrowIfNull(bag);
        if (train.LabelSets.SequenceEqual(other.LabelSets))
            return;
        string[] trained = [.. train.LabelSets.SelectMany(set => set.Classes)], others = [.. other.LabelSets.SelectMany(set => set.Classes)];
        var missing = trained.Except(others).ToArray();
        var added = others.Except(trained).ToArray();
        var difference = (missing.Length, added.Length) switch
        {
            (0, 0) => "they are in another order",
            (_, 0) => $"it lacks {Name(missing)}",
            (0, _) => $"it adds {Name(added)}",
            _ => $"it lacks {Name(missing)} and adds {Name(added)}",
        };
        bag.Error(DataCodes.SplitClassMismatch, $"The classes differ from those in {train.Root}: {difference}.",
            "Give both splits the same class folders.",
            new SourceLocation(other.Root, 1, 1));
    }

    /// <summary>Warns of each image of the second split that the first one holds too: its result would flatter the model.</summary>
    public static void NoOverlap(ImageDataset train, ImageDataset other, DiagnosticBag bag)
    {
        ArgumentNullException.ThrowIfNull(train);
        ArgumentNullException.ThrowIfNull(other);
        ArgumentNullException.ThrowIfNull(bag);
        var known = train.Samples.Where(sample => sample.Sha256 is not null).DistinctBy(sample => sample.Sha256)
            .ToDictionary(sample => sample.Sha256!, StringComparer.Ordinal);
        if (train.Root == other.Root && other.Samples.All(sample => sample.Sha256 is { } hash && known.ContainsKey(hash)))
        {
            const string message = "These are also the training data, so their results say nothing about new images.";
            bag.Warning(DataCodes.SplitOverlap, message, "Use images of their own.", new SourceLocation(other.Root, 1, 1));
            return;
        }
        foreach (var sample in other.Samples)
            if (sample.Sha256 is { } hash && known.TryGetValue(hash, out var twin))
            {
                var place = new SourceLocation(other.PathOf(sample), 1, 1);
                bag.Warning(DataCodes.SplitOverlap, $"The image is also in {train.Root}, as '{twin.RelativePath}'.", "Remove it from one of the two.", place);
            }
    }

    private static string Name(string[] classes) =>
        string.Join(", ", classes.Take(NamesShown).Select(name => $"'{name}'"))
        + (classes.Length > NamesShown ? $" and {classes.Length - NamesShown} more" : "");
}
