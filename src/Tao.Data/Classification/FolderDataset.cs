using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;

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

    /// <summary>A hash of classes, labels, names and file contents, but not of where the dataset lies.</summary>
    public string ContentHash()
    {
        var text = new StringBuilder().AppendJoin('\n', Classes).Append('\n');
        foreach (var sample in Samples)
            text.Append(sample.RelativePath).Append('\t').Append(sample.Label).Append('\t').Append(sample.Sha256).Append('\n');
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }
}
