using Tao.Data.Classification;

namespace Tao.Engine.Datasets;

/// <summary>Picks some images of a dataset, the same ones every time.</summary>
internal static class SampleImages
{
    /// <summary>Evenly spaced over the dataset, which is ordered by class, so that every class has its share.</summary>
    public static ImageDataset Take(ImageDataset dataset, int count)
    {
        int total = dataset.Samples.Length;
        return count >= total
            ? dataset
            : dataset with { Samples = [.. Enumerable.Range(0, count).Select(i => dataset.Samples[(int)((long)i * total / count)])] };
    }
}
