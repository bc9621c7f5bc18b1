using System.Collections.Immutable;

namespace Tao.Data.Classification;

/// <summary>The images of one split: a folder for each class below <paramref name="Root"/>.</summary>
public sealed record FolderDataset(string Root, ImmutableArray<string> Classes, ImmutableArray<ImageSample> Samples)
{
    /// <summary>The full path of a sample.</summary>
    public string PathOf(ImageSample sample)
    {
        ArgumentNullException.ThrowIfNull(sample);
        return Path.Combine(Root, sample.RelativePath.Replace('/', Path.DirectorySeparatorChar));
    }

    /// <summary>How many samples each class has, in class order.</summary>
    public ImmutableArray<int> CountByClass()
    {
        var counts = new int[Classes.Length];
        foreach (var sample in Samples)
            if (sample.Label >= 0)
                counts[sample.Label]++;
        return ImmutableArray.Create(counts);
    }
}
