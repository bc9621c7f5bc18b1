using System.Collections.Immutable;
using Tao.Engine.IO;
using Tao.Engine.Stages;

namespace Tao.Engine.Cache;

/// <summary>
/// Removes from a cache folder the results that were longest not used, and what no result needs: contents whose last result is gone, and what
/// killed processes left. Nobody restores or stores meanwhile.
/// </summary>
public sealed class CacheCollector(string root, TimeSpan patience)
{
    private static readonly TimeSpan _retry = TimeSpan.FromMilliseconds(50);

    /// <exception cref="Tao.Specs.TaoException">Builds use the folder and did not end in time.</exception>
    public CollectReport Collect(CollectOptions options, CancellationToken cancellation)
    {
        if (!Directory.Exists(root))
            return new CollectReport([], 0, 0, 0);
        using var alone = LockOut(cancellation);
        var blobs = Files(CacheAddress.Blobs).ToDictionary(file => file.Name, file => file.Length, StringComparer.Ordinal);
        var results = Results();
        var users = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (string blob in results.SelectMany(result => result.Blobs))
            users[blob] = users.GetValueOrDefault(blob) + 1;

        long leftovers = blobs.Where(blob => !users.ContainsKey(blob.Key)).Sum(blob => blob.Value) + Files(FolderStore.Temporaries).Sum(file => file.Length);
        long kept = blobs.Where(blob => users.ContainsKey(blob.Key)).Sum(blob => blob.Value) + results.Sum(result => result.RecordBytes);
        var removed = ImmutableArray.CreateBuilder<CollectedResult>();
        var going = new List<Entry>();
        foreach (var result in results)
        {
            bool old = result.Record is null || (options.UsedSince is { } since && result.LastUsed < since);
            if (!old && !(kept > options.MaximumBytes))
                continue;
            long own = result.RecordBytes + result.Blobs.Where(blob => --users[blob] == 0).Sum(blob => blobs.GetValueOrDefault(blob));
            kept -= own;
            going.Add(result);
            removed.Add(new CollectedResult(result.Record?.Result.Stage, result.Record?.Result.Network ?? "", result.LastUsed, own));
        }
        if (!options.DryRun)
            Delete(going, blobs.Keys.Where(blob => users.GetValueOrDefault(blob) == 0));
        return new CollectReport(removed.ToImmutable(), results.Count - going.Count, leftovers + removed.Sum(result => result.Bytes), kept);
    }

    private void Delete(IEnumerable<Entry> results, IEnumerable<string> blobs)
    {
        // Records first: one whose files are gone would be found in vain.
        foreach (var file in results.SelectMany(result => result.Files))
            file.Delete();
        foreach (string blob in blobs)
            File.Delete(Path.Combine(root, CacheAddress.Blobs, blob));
        foreach (var file in Files(FolderStore.Temporaries))
            file.Delete();
    }

    /// <summary>The longest unused first. A result has a record at two addresses, with the same bytes.</summary>
    private List<Entry> Results() =>
    [
        .. Files(CacheAddress.Records)
            .Select(file => (File: file, Json: File.ReadAllBytes(file.FullName)))
            .GroupBy(record => ContentHash.OfBytes(record.Json), StringComparer.Ordinal)
            .Select(group => new Entry(CacheRecord.Parse(group.First().Json), [.. group.Select(record => record.File)]))
            .OrderBy(entry => entry.LastUsed),
    ];

    private FileInfo[] Files(string folder) => new DirectoryInfo(Path.Combine(root, folder)) is { Exists: true } found ? found.GetFiles() : [];

    private FileLock LockOut(CancellationToken cancellation)
    {
        long started = TimeProvider.System.GetTimestamp();
        while (true)
        {
            if (FileLock.TryAcquire(FolderStore.LockFile(root)) is { } alone)
                return alone;
            if (TimeProvider.System.GetElapsedTime(started) >= patience)
                throw StageContext.Error(EngineCodes.CacheBusy, $"The cache {root} is in use.", "Try again when the builds have ended.");
            cancellation.WaitHandle.WaitOne(_retry);
            cancellation.ThrowIfCancellationRequested();
        }
    }

    private sealed record Entry(CacheRecord? Record, ImmutableArray<FileInfo> Files)
    {
        public DateTimeOffset LastUsed { get; } = Files.Max(file => file.LastWriteTimeUtc);

        public long RecordBytes { get; } = Files.Sum(file => file.Length);

        public ImmutableArray<string> Blobs { get; } = [.. (Record?.Files ?? []).Select(file => file.Sha256).Distinct(StringComparer.Ordinal)];
    }
}
