using System.Collections.Immutable;
using Tao.Data.Classification;

namespace Tao.Data.Loading;

/// <summary>
/// Reads a dataset in batches, decoding in parallel ahead of the consumer. What a batch holds depends on the dataset, the settings, the seed,
/// the epoch and the step only: not on the number of threads, nor on what was read before. So any step can be resumed from.
/// </summary>
public sealed class BatchLoader
{
    private readonly ImageDataset _dataset;
    private readonly ImmutableArray<int> _classCounts;
    private readonly BatchRecipe _recipe;
    private readonly BatchLoaderOptions _options;
    private readonly ImageCache _cache;
    private readonly FloatPool _pool = new();

    /// <param name="dataset">What to read; at least one sample.</param>
    /// <param name="preprocessing">How a file becomes an input.</param>
    /// <param name="augmentation">Null outside training.</param>
    /// <param name="options">Batch size, order, threads and memory.</param>
    public BatchLoader(ImageDataset dataset, ImagePreprocessing preprocessing, TrainingAugmentation? augmentation, BatchLoaderOptions options)
    {
        ArgumentNullException.ThrowIfNull(dataset);
        ArgumentNullException.ThrowIfNull(preprocessing);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(options.BatchSize);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(options.Workers);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(options.BatchesAhead);
        if (dataset.Samples.IsEmpty)
            throw new ArgumentException("The dataset has no samples.", nameof(dataset));
        (_dataset, _options) = (dataset, options);
        _classCounts = dataset.LabelsBoxes ? [] : [.. dataset.LabelSets.Select(set => set.Classes.Length)];
        _recipe = new BatchRecipe(preprocessing, augmentation, options.Seed);
        _cache = new ImageCache(options.CacheBytes);
    }

    /// <summary>Batches in an epoch; the last one may be smaller.</summary>
    public int StepsPerEpoch => (_dataset.Samples.Length + _options.BatchSize - 1) / _options.BatchSize;

    /// <summary>One epoch, from the given step on. Dispose each batch when done with it.</summary>
    public IEnumerable<ImageBatch> ReadEpoch(int epoch, int firstStep, CancellationToken cancellationToken) =>
        Read(epoch, firstStep, 1, cancellationToken);

    /// <summary>Several epochs without a pause between them; <see cref="ImageBatch.Epoch"/> and <see cref="ImageBatch.Step"/> tell them apart.</summary>
    /// <exception cref="Specs.TaoException">A file has become unusable; the diagnostic names it.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public IEnumerable<ImageBatch> Read(int firstEpoch, int firstStep, int epochs, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(firstEpoch);
        ArgumentOutOfRangeException.ThrowIfNegative(firstStep);
        return ReadCore(firstEpoch, firstStep, epochs, cancellationToken);
    }

    private IEnumerable<ImageBatch> ReadCore(int firstEpoch, int firstStep, int epochs, CancellationToken cancellationToken)
    {
        using var pipeline = new BatchPipeline(Plan(firstEpoch, firstStep, epochs), MakeReader, WorkerCount, _options.BatchesAhead);
        while (pipeline.TryTake(cancellationToken, out var batch))
            yield return batch;
    }

    private int WorkerCount => Math.Min(_options.Workers, Environment.ProcessorCount);

    private SampleReader MakeReader() => new(_dataset, _recipe.Preprocessing, _recipe.Augmentation, _cache);

    private IEnumerable<PendingBatch> Plan(int firstEpoch, int firstStep, int epochs)
    {
        for (var epoch = firstEpoch; epoch < firstEpoch + epochs; epoch++)
        {
            var order = EpochOrder.Create(_dataset.Samples.Length, _options.Shuffle, _options.Seed, epoch);
            for (var step = epoch == firstEpoch ? firstStep : 0; step < StepsPerEpoch; step++)
                yield return Prepare(order, epoch, step);
        }
    }

    private PendingBatch Prepare(int[] order, int epoch, int step)
    {
        var start = step * _options.BatchSize;
        var count = Math.Min(_options.BatchSize, order.Length - start);
        var preprocessing = _recipe.Preprocessing;
        var size = (preprocessing.Height, preprocessing.Width, preprocessing.Channels);
        var batch = new ImageBatch(_pool, count, size, _classCounts) { Epoch = epoch, Step = step };
        for (var i = 0; i < count; i++)
        {
            batch.Indices[i] = order[start + i];
            _dataset.Samples[order[start + i]].Labels.CopyTo(batch.Labels.AsSpan(i * _classCounts.Length));
        }
        return new PendingBatch(batch, _recipe);
    }
}
