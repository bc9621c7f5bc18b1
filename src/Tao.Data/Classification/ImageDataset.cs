using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Tao.Data.Classification;

/// <summary>The images of one split, below <paramref name="Root"/>, with their labels.</summary>
/// <param name="LabelSets">
/// What is asked of every image; empty when nothing is, as of images to classify. Of images with boxes it is one set, which is asked of every
/// box, and the images themselves have no labels.
/// </param>
public sealed record ImageDataset(string Root, ImmutableArray<LabelSet> LabelSets, ImmutableArray<ImageSample> Samples)
{
    /// <summary>The full path of a sample.</summary>
    public string PathOf(ImageSample sample)
    {
        ArgumentNullException.ThrowIfNull(sample);
        return Path.Combine(Root, sample.RelativePath.Replace('/', Path.DirectorySeparatorChar));
    }

    /// <summary>Whether boxes are labelled and not whole images.</summary>
    public bool LabelsBoxes { get; init; }

    /// <summary>How many samples, or boxes, each class of a label set has, in class order.</summary>
    public ImmutableArray<int> CountByClass(int labelSet = 0)
    {
        var counts = new int[LabelSets[labelSet].Classes.Length];
        foreach (var label in LabelsBoxes ? Samples.SelectMany(sample => sample.Boxes, (_, box) => box.Class) : Samples.Select(sample => sample.Labels[labelSet]))
            counts[label]++;
        return ImmutableArray.Create(counts);
    }

    /// <summary>
    /// The same samples with their labels counted in another order of classes; null when a label set or a class is not among the wanted
    /// ones. Classes that these samples lack may be among them.
    /// </summary>
    public ImageDataset? WithLabelSets(ImmutableArray<LabelSet> wanted)
    {
        if (LabelSets.SequenceEqual(wanted))
            return this;
        if (!LabelSets.Select(set => set.Name).Order(StringComparer.Ordinal).SequenceEqual(wanted.Select(set => set.Name).Order(StringComparer.Ordinal)))
            return null;
        var sources = wanted.Select(set => LabelSets.IndexOf(LabelSets.Single(own => own.Name == set.Name))).ToArray();
        var maps = wanted.Select((set, i) => LabelSets[sources[i]].Classes.Select(name => set.Classes.IndexOf(name)).ToArray()).ToArray();
        return maps.Any(map => map.Contains(-1))
            ? null
            : this with { LabelSets = wanted, Samples = [.. Samples.Select(Renumbered)] };

        ImageSample Renumbered(ImageSample sample) => LabelsBoxes
            ? sample with { Boxes = [.. sample.Boxes.Select(box => box with { Class = maps[0][box.Class] })] }
            : sample with { Labels = [.. maps.Select((map, i) => map[sample.Labels[sources[i]]])] };
    }

    /// <summary>A hash of classes, labels, names and file contents, but not of where the dataset lies.</summary>
    public string ContentHash()
    {
        var text = new StringBuilder();
        foreach (var set in LabelSets)
            text.Append(set.Name).Append('\n').AppendJoin('\n', set.Classes).Append("\n\n");
        foreach (var sample in Samples)
        {
            text.Append(sample.RelativePath).Append('\t').AppendJoin(',', sample.Labels).Append('\t').Append(sample.Sha256);
            foreach (var (label, box, difficult) in sample.Boxes)
                text.Append(CultureInfo.InvariantCulture, $"\t{label} {box.X1:R} {box.Y1:R} {box.X2:R} {box.Y2:R} {(difficult ? 1 : 0)}");
            text.Append('\n');
        }
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }
}
