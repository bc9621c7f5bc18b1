using System.Collections.Immutable;
using Tao.Data.Detection;

namespace Tao.Data.Loading;

/// <summary>The samples of one step. Disposing gives the pixel and target arrays back: do not use them afterwards.</summary>
public sealed class ImageBatch : IDisposable
{
    private FloatPool? _pool;

    internal ImageBatch(FloatPool pool, int count, (int Height, int Width, int Channels) size, ImmutableArray<int> classCounts)
    {
        _pool = pool;
        (Count, Height, Width, Channels, ClassCounts) = (count, size.Height, size.Width, size.Channels, classCounts);
        Pixels = pool.Rent(count * SampleLength);
        Targets = pool.Rent(count * classCounts.Sum());
        Labels = new int[count * classCounts.Length];
        Indices = new int[count];
        Boxes = new ImmutableArray<GroundTruthBox>[count];
        Array.Fill(Boxes, []);
    }

    /// <summary>Which epoch this batch belongs to, from 0.</summary>
    public int Epoch { get; internal init; }

    /// <summary>Which step of the epoch, from 0.</summary>
    public int Step { get; internal init; }

    /// <summary>How many samples; the last batch of an epoch may be smaller.</summary>
    public int Count { get; }

    public int Height { get; }

    public int Width { get; }

    public int Channels { get; }

    /// <summary>The number of classes of each label set of the dataset.</summary>
    public ImmutableArray<int> ClassCounts { get; }

    /// <summary>Count x Height x Width x Channels, preprocessed; exactly that long.</summary>
    public float[] Pixels { get; }

    /// <summary>Count rows of probabilities, the classes of the label sets side by side: one-hot, smoothed and mixed as asked.</summary>
    public float[] Targets { get; }

    /// <summary>Count x label sets: the labels of each sample before mixing; no label set, no labels.</summary>
    public int[] Labels { get; }

    /// <summary>The objects on each sample, as shares of the input, after augmentation; none where whole images are labelled.</summary>
    public ImmutableArray<GroundTruthBox>[] Boxes { get; }

    /// <summary>The position of each sample in the dataset.</summary>
    public int[] Indices { get; }

    internal int SampleLength => Height * Width * Channels;

    public void Dispose()
    {
        if (Interlocked.Exchange(ref _pool, null) is not { } pool)
            return;
        pool.Return(Pixels);
        pool.Return(Targets);
    }
}
