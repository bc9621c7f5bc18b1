namespace Tao.Data.Loading;

/// <summary>How batches are put together; nothing here but seed, shuffling and batch size changes what is in them.</summary>
public sealed record BatchLoaderOptions
{
    public required int BatchSize { get; init; }

    /// <summary>A new order each epoch, or the dataset's.</summary>
    public bool Shuffle { get; init; }

    public ulong Seed { get; init; }

    /// <summary>Threads that decode; more than the machine has cores are not started.</summary>
    public int Workers { get; init; } = Environment.ProcessorCount;

    /// <summary>How many batches are prepared ahead; bounds the memory.</summary>
    public int BatchesAhead { get; init; } = 3;

    /// <summary>Memory for decoded pictures, so that a small dataset is decoded once; 0 keeps none.</summary>
    public long CacheBytes { get; init; } = 512L << 20;
}
