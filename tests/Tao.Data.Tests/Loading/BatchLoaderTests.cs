using Tao.Data.Classification;
using Tao.Data.Loading;
using Tao.Imaging;
using Tao.Specs;
using Tao.Testing;

namespace Tao.Data.Tests.Loading;

public sealed class BatchLoaderTests : IDisposable
{
    private static readonly ImagePreprocessing Preprocessing = new() { Height = 16, Width = 16, Channels = 3, Mode = PreprocessMode.Torch };
    private static readonly TrainingAugmentation Everything = new() { RandomCrop = true, Color = true, MixupAlpha = 0.4, LabelSmoothing = 0.1 };

    private readonly TemporaryFolder _folder = new();
    private readonly ImageDataset _dataset;

    public BatchLoaderTests()
    {
        TinyImages.WriteFolder(_folder.Path, classes: 3, perClass: 5);
        var bag = new DiagnosticBag();
        _dataset = FolderDatasetScanner.Scan(_folder.Path, null, FaultPolicy.Refuse, bag, TestContext.Current.CancellationToken);
        Assert.Empty(bag.Items);
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void An_epoch_holds_every_sample_once_and_a_smaller_last_batch()
    {
        var loader = Loader(null, new() { BatchSize = 4, Shuffle = true });
        var batches = Keep(loader.ReadEpoch(0, 0, Token));
        Assert.Equal(4, loader.StepsPerEpoch);
        Assert.Equal([4, 4, 4, 3], batches.Select(b => b.Indices.Length));
        Assert.Equal(Enumerable.Range(0, 15), batches.SelectMany(b => b.Indices).Order());
        Assert.All(batches, b => Assert.Equal(b.Indices.Select(i => _dataset.Samples[i].Labels[0]), b.Labels));
    }

    [Fact]
    public void Without_augmentation_a_sample_is_its_resized_and_preprocessed_picture()
    {
        var batch = Keep(Loader(null, new() { BatchSize = 15 }).ReadEpoch(0, 0, Token))[0];
        var image = ImageCodec.Decode(File.ReadAllBytes(_dataset.PathOf(_dataset.Samples[7])), DecodeOptions.Default);
        var resized = ImageOps.Resize(image, 16, 16, Interpolation.Bilinear);
        var transform = Preprocessing.Transform;
        var expected = resized.Pixels.Select((value, i) => value * transform.Scale[i % 3] + transform.Offset[i % 3]);
        Assert.Equal(expected, batch.Pixels.Skip(7 * 768).Take(768));
        Assert.Equal([0, 1, 0], batch.Targets.Skip(7 * 3).Take(3));
    }

    [Theory]
    [InlineData(1, 1, 0)]
    [InlineData(4, 1, 0)]
    [InlineData(4, 5, 1L << 20)]
    [InlineData(2, 2, 3000)]
    public void Threads_and_memory_change_nothing(int workers, int ahead, long cache)
    {
        var reference = Keep(Loader(Everything, new() { BatchSize = 4, Shuffle = true, Seed = 8, Workers = 1, CacheBytes = 0 }).Read(0, 0, 3, Token));
        var other = Keep(Loader(Everything, new() { BatchSize = 4, Shuffle = true, Seed = 8, Workers = workers, BatchesAhead = ahead, CacheBytes = cache }).Read(0, 0, 3, Token));
        Assert.Equal(12, reference.Length);
        AssertSame(reference, other);
    }

    [Fact]
    public void Epochs_differ_and_so_do_seeds()
    {
        var options = new BatchLoaderOptions { BatchSize = 15, Seed = 1 };
        var first = Keep(Loader(Everything, options).Read(0, 0, 2, Token));
        Assert.NotEqual(first[0].Pixels, first[1].Pixels);
        Assert.NotEqual(first[0].Pixels, Keep(Loader(Everything, options with { Seed = 2 }).ReadEpoch(0, 0, Token))[0].Pixels);
    }

    [Fact]
    public void Reading_on_from_a_step_equals_never_having_stopped()
    {
        var options = new BatchLoaderOptions { BatchSize = 4, Shuffle = true, Seed = 5 };
        var whole = Keep(Loader(Everything, options).Read(0, 0, 3, Token));
        var resumed = Keep(Loader(Everything, options).Read(1, 2, 2, Token));
        AssertSame(whole[6..], resumed);
    }

    [Fact]
    public void Mixed_targets_still_sum_to_one_and_favour_the_label()
    {
        var batch = Keep(Loader(Everything, new() { BatchSize = 15, Shuffle = true }).ReadEpoch(0, 0, Token))[0];
        foreach (var (row, label) in batch.Targets.Chunk(3).Zip(batch.Labels))
        {
            Assert.Equal(1f, row.Sum(), 1e-5f);
            Assert.True(row[label] >= 0.5f * 0.9f);
        }
        Assert.Contains(batch.Targets, value => value is > 0.1f and < 0.85f);
    }

    [Fact]
    public void Flipping_mirrors_about_half_of_the_samples()
    {
        var plain = Keep(Loader(null, new() { BatchSize = 15 }).ReadEpoch(0, 0, Token))[0];
        var flipped = 0;
        foreach (var batch in Keep(Loader(new TrainingAugmentation(), new() { BatchSize = 15 }).Read(0, 0, 20, Token)))
            for (var i = 0; i < 15; i++)
            {
                var before = plain.Pixels.AsSpan(i * 768, 768);
                var after = batch.Pixels.AsSpan(i * 768, 768);
                if (before.SequenceEqual(after))
                    continue;
                flipped++;
                for (var x = 0; x < 16; x++)
                    Assert.True(before.Slice(x * 3, 3).SequenceEqual(after.Slice((15 - x) * 3, 3)));
            }
        Assert.InRange(flipped, 110, 190);
    }

    [Fact]
    public void The_centre_crop_counts_outside_training_only()
    {
        var cropping = Preprocessing with { CenterCrop = true };
        var options = new BatchLoaderOptions { BatchSize = 15 };
        var plain = Keep(Loader(null, options).ReadEpoch(0, 0, Token))[0];
        var cropped = Keep(new BatchLoader(_dataset, cropping, null, options).ReadEpoch(0, 0, Token))[0];
        var training = Keep(new BatchLoader(_dataset, cropping, new TrainingAugmentation { HorizontalFlip = false }, options).ReadEpoch(0, 0, Token))[0];
        Assert.NotEqual(plain.Pixels, cropped.Pixels);
        Assert.Equal(plain.Pixels, training.Pixels);
    }

    [Fact]
    public void Gray_input_has_one_channel()
    {
        var gray = Preprocessing with { Channels = 1 };
        var batch = Keep(new BatchLoader(_dataset, gray, Everything, new() { BatchSize = 5 }).ReadEpoch(0, 0, Token))[0];
        Assert.Equal(5 * 16 * 16, batch.Pixels.Length);
    }

    [Fact]
    public void A_file_that_went_bad_is_named()
    {
        var victim = _dataset.PathOf(_dataset.Samples[6]);
        File.WriteAllBytes(victim, File.ReadAllBytes(victim)[..^20]);
        var e = Assert.Throws<TaoException>(() => Keep(Loader(null, new() { BatchSize = 4 }).ReadEpoch(0, 0, Token)));
        Assert.Equal((DataCodes.TruncatedImage, victim), (e.Diagnostics[0].Code, e.Diagnostics[0].Location!.File));
    }

    [Fact]
    public void A_file_that_is_gone_is_named()
    {
        var victim = _dataset.PathOf(_dataset.Samples[2]);
        File.Delete(victim);
        var e = Assert.Throws<TaoException>(() => Keep(Loader(null, new() { BatchSize = 4 }).ReadEpoch(0, 0, Token)));
        Assert.Equal((DataCodes.AccessDenied, victim), (e.Diagnostics[0].Code, e.Diagnostics[0].Location!.File));
    }

    [Fact]
    public void Cancelling_stops_and_leaves_no_thread()
    {
        using var stop = new CancellationTokenSource();
        using var batches = Loader(null, new() { BatchSize = 4 }).Read(0, 0, 1000, stop.Token).GetEnumerator();
        Assert.True(batches.MoveNext());
        stop.Cancel();
        Assert.ThrowsAny<OperationCanceledException>(() => batches.MoveNext());
    }

    [Fact]
    public void Buffers_are_used_again_once_given_back()
    {
        var seen = new HashSet<float[]>();
        foreach (var batch in Loader(null, new() { BatchSize = 5, BatchesAhead = 2 }).Read(0, 0, 10, Token))
            using (batch)
                seen.Add(batch.Pixels);
        Assert.InRange(seen.Count, 1, 4);
    }

    [Fact]
    public void A_mistake_in_the_settings_surfaces_instead_of_hanging()
    {
        var twoChannels = Preprocessing with { Channels = 2 };
        Assert.Throws<InvalidOperationException>(() => Keep(new BatchLoader(_dataset, twoChannels, null, new() { BatchSize = 4 }).ReadEpoch(0, 0, Token)));
        var fewerClasses = _dataset with { LabelSets = LabelSet.Single(["class0"]) };
        Assert.Throws<IndexOutOfRangeException>(() => Keep(new BatchLoader(fewerClasses, Preprocessing, null, new() { BatchSize = 15 }).ReadEpoch(0, 0, Token)));
    }

    [Fact]
    public void An_empty_dataset_is_refused() =>
        Assert.Throws<ArgumentException>(() => new BatchLoader(_dataset with { Samples = [] }, Preprocessing, null, new() { BatchSize = 1 }));

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private BatchLoader Loader(TrainingAugmentation? augmentation, BatchLoaderOptions options) => new(_dataset, Preprocessing, augmentation, options);

    private static Kept[] Keep(IEnumerable<ImageBatch> batches)
    {
        var kept = new List<Kept>();
        foreach (var batch in batches)
            using (batch)
                kept.Add(new Kept(batch.Epoch, batch.Step, [.. batch.Pixels], [.. batch.Targets], batch.Labels, batch.Indices));
        return [.. kept];
    }

    private static void AssertSame(Kept[] expected, Kept[] actual)
    {
        Assert.Equal(expected.Length, actual.Length);
        foreach (var (a, b) in expected.Zip(actual))
        {
            Assert.Equal((a.Epoch, a.Step), (b.Epoch, b.Step));
            Assert.Equal(a.Indices, b.Indices);
            Assert.Equal(a.Targets, b.Targets);
            Assert.Equal(a.Pixels, b.Pixels);
        }
    }

    private sealed record Kept(int Epoch, int Step, float[] Pixels, float[] Targets, int[] Labels, int[] Indices);
}
