using Tao.Data.Classification;
using Tao.Data.Loading;
using Tao.Specs;
using Tao.Testing;

namespace Tao.Data.Tests.Loading;

public sealed class RealPhotoTests
{
    [Fact]
    public void Photographs_are_scanned_and_loaded()
    {
        var root = SharedData.Find("cls_hymenoptera");
        Assert.SkipWhen(root is null, "The photographs are not on this machine; set TAO_TEST_DATA to the folder that holds cls_hymenoptera.");
        var bag = new DiagnosticBag();
        var dataset = FolderDatasetScanner.Scan(Path.Combine(root!, "train"), null, FaultPolicy.Refuse, bag, TestContext.Current.CancellationToken);
        Assert.DoesNotContain(bag.Items, item => item.Severity == DiagnosticSeverity.Error);
        Assert.Equal(["ants", "bees"], dataset.LabelSets.Single().Classes);
        Assert.Equal([32, 32], dataset.CountByClass());

        var preprocessing = new ImagePreprocessing { Height = 224, Width = 224, Channels = 3, Mode = PreprocessMode.Torch };
        var loader = new BatchLoader(dataset, preprocessing, new TrainingAugmentation { RandomCrop = true, Color = true }, new() { BatchSize = 16, Shuffle = true });
        foreach (var batch in loader.ReadEpoch(0, 0, TestContext.Current.CancellationToken))
            using (batch)
            {
                Assert.All(batch.Pixels, value => Assert.InRange(value, -2.2f, 2.7f));
                // Torch preprocessing brings natural photographs near mean 0 and deviation 1.
                Assert.InRange(batch.Pixels.Average(), -1f, 1f);
            }
    }
}
