namespace Tao.Data.Loading;

/// <summary>The samples of one step. Disposing gives the pixel and target arrays back: do not use them afterwards.</summary>
public sealed class ImageBatch : IDisposable
{
    private FloatPool? _pool;

    internal ImageBatch(FloatPool pool, int count, (int Height, int Width, int Channels) size, int classes)
    {
        _pool = pool;
        (Count, Height, Width, Channels, Classes) = (count, size.Height, size.Width, size.Channels, classes);
        Pixels = pool.Rent(count * SampleLength);
        Targets = pool.Rent(count * classes);
        Labels = new int[count];
        Indices = new int[count];
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

    public int Classes { get; }

    /// <summary>Count x Height x Width x Channels, preprocessed; exactly that long.</summary>
    public float[] Pixels { get; }

    /// <summary>Count x Classes probabilities: one-hot, smoothed and mixed as asked.</summary>
    public float[] Targets { get; }

    /// <summary>The label of each sample before mixing.</summary>
    public int[] Labels { get; }

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
