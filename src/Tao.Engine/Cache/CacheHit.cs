using System.Collections.Immutable;
using System.Globalization;
using Tao.Engine.IO;
using Tao.Engine.Stages;

namespace Tao.Engine.Cache;

/// <summary>A result that a store has. Its files are first fetched into a folder beside their places, each checked, and take their places only together.</summary>
/// <param name="storeIndex">The store that had the record.</param>
/// <param name="stores">All stores: a file's content may come from any of them.</param>
/// <param name="leases">Held until the hit is disposed.</param>
internal sealed class CacheHit(CacheRecord record, string address, int storeIndex, ImmutableArray<GuardedStore> stores, CacheLeases leases) : IDisposable
{
    private readonly List<(string Fetched, string Path)> _files = [];
    private string? _folder;

    public CacheRecord Record => record;

    public string Address => address;

    public int StoreIndex => storeIndex;

    public string StoreName => stores[storeIndex].Name;

    /// <summary>False when a file is in no store, or is wrong in all.</summary>
    public bool Fetch(string directory, CancellationToken cancellation)
    {
        _folder = Path.Combine(directory, "restored" + AtomicFile.TemporarySuffix);
        DeleteFolder();
        Directory.CreateDirectory(_folder);
        return record.Files.DistinctBy(file => file.Path).All(file => Fetch(file, directory, cancellation));
    }

    /// <summary>Puts the fetched files in their places.</summary>
    public void Place()
    {
        foreach (var (fetched, path) in _files)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.Move(fetched, path, overwrite: true);
        }
    }

    public void Dispose()
    {
        DeleteFolder();
        leases.Dispose();
    }

    private bool Fetch(StageArtifact file, string directory, CancellationToken cancellation)
    {
        string fetched = Path.Combine(_folder!, _files.Count.ToString(CultureInfo.InvariantCulture));
        _files.Add((fetched, Path.Combine(directory, file.Path)));
        return stores.Any(store => Fetch(store, file, fetched, cancellation));
    }

    private static bool Fetch(GuardedStore store, StageArtifact file, string path, CancellationToken cancellation)
    {
        string blob = CacheAddress.OfBlob(file.Sha256);
        using var target = new FileStream(path, FileMode.Create, FileAccess.Write);
        using var hashing = new HashingStream(target);
        try
        {
            if (!store.Read(blob, hashing, file.Bytes, cancellation))
                return false;
            if (hashing.ByteCount == file.Bytes && hashing.Sha256() == file.Sha256)
                return true;
        }
        catch (WrongContentException)
        {
            // More bytes than there should be; said below.
        }
        store.ReportDamaged(blob, "other content");
        return false;
    }

    private void DeleteFolder()
    {
        if (Directory.Exists(_folder))
            Directory.Delete(_folder, recursive: true);
    }
}
