using System.Collections.Immutable;
using Tao.Data.Classification;
using Tao.Data.Loading;
using Tao.Testing;

namespace Tao.Objectives.Tests;

/// <summary>Real batches of drawn images.</summary>
internal static class Batches
{
    /// <summary>One image for each row of labels.</summary>
    public static ImageBatch OfLabels(ImmutableArray<LabelSet> labelSets, params IReadOnlyList<ImmutableArray<int>> labels)
    {
        using var folder = new TemporaryFolder();
        TinyImages.WriteFolder(folder.Path, labels.Count, perClass: 1);
        return Load(new ImageDataset(folder.Path, labelSets, [.. labels.Select((row, i) => new ImageSample($"class{i}/000.png", row, null, 24, 16))]), 0);
    }

    /// <summary>One image per class, in class order, in one batch.</summary>
    public static ImageBatch OnePerClass(int classes, double labelSmoothing = 0)
    {
        using var folder = new TemporaryFolder();
        TinyImages.WriteFolder(folder.Path, classes, perClass: 1);
        var dataset = new ImageDataset(
            folder.Path,
            LabelSet.Single([.. Enumerable.Range(0, classes).Select(label => $"class{label}")]),
            [.. Enumerable.Range(0, classes).Select(label => new ImageSample($"class{label}/000.png", [label], null, 24, 16))]);
        return Load(dataset, labelSmoothing);
    }

    private static ImageBatch Load(ImageDataset dataset, double labelSmoothing)
    {
        var preprocessing = new ImagePreprocessing { Height = 16, Width = 16, Channels = 3, Mode = PreprocessMode.Torch };
        var augmentation = new TrainingAugmentation { LabelSmoothing = labelSmoothing };
        var loader = new BatchLoader(dataset, preprocessing, augmentation, new BatchLoaderOptions { BatchSize = dataset.Samples.Length, Workers = 1 });
        return loader.ReadEpoch(0, 0, TestContext.Current.CancellationToken).Single();
    }
}
