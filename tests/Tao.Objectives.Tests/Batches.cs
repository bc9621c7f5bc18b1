using Tao.Data.Classification;
using Tao.Data.Loading;
using Tao.Testing;

namespace Tao.Objectives.Tests;

/// <summary>Real batches of drawn images.</summary>
internal static class Batches
{
    /// <summary>One image per class, in class order, in one batch.</summary>
    public static ImageBatch OnePerClass(int classes, double labelSmoothing = 0)
    {
        using var folder = new TemporaryFolder();
        TinyImages.WriteFolder(folder.Path, classes, perClass: 1);
        var dataset = new FolderDataset(
            folder.Path,
            [.. Enumerable.Range(0, classes).Select(label => $"class{label}")],
            [.. Enumerable.Range(0, classes).Select(label => new ImageSample($"class{label}/000.png", label, null, 24, 16))]);
        var preprocessing = new ImagePreprocessing { Height = 16, Width = 16, Channels = 3, Mode = PreprocessMode.Torch };
        var augmentation = new TrainingAugmentation { LabelSmoothing = labelSmoothing };
        var loader = new BatchLoader(dataset, preprocessing, augmentation, new BatchLoaderOptions { BatchSize = classes, Workers = 1 });
        return loader.ReadEpoch(0, 0, TestContext.Current.CancellationToken).Single();
    }
}
