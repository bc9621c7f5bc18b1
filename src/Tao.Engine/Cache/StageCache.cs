using System.Collections.Immutable;
using Tao.Engine.Events;
using Tao.Engine.Stages;

namespace Tao.Engine.Cache;

/// <summary>
/// Results of stages that were ever made, by whom and in whichever clone: a list of stores, asked in order. No trouble with a store fails a build.
/// </summary>
public sealed class StageCache : IDisposable
{
    private readonly ImmutableArray<GuardedStore> _stores;
    private readonly CacheSettings _settings;

    /// <param name="settings">Which stores, and how to use them.</param>
    /// <param name="environment">Gives a variable of the environment; S3's server may be named there.</param>
    /// <param name="events">Takes the warnings.</param>
    public StageCache(CacheSettings settings, Func<string, string?> environment, IEventSink events)
    {
        _settings = settings;
        _stores = [.. settings.Locations.Select(location => new GuardedStore(Open(location, settings, environment), settings.Timeout, events))];
    }

    /// <summary>The cache that the environment asks for; none without <c>TAO_CACHE</c>.</summary>
    /// <exception cref="Tao.Specs.TaoException">A setting has a bad value.</exception>
    public static StageCache FromEnvironment(Func<string, string?> environment, string directory, IEventSink events)
    {
        var diagnostics = new Tao.Specs.DiagnosticBag();
        var settings = CacheSettings.FromEnvironment(environment, directory, diagnostics);
        diagnostics.ThrowIfErrors();
        return new StageCache(settings, environment, events);
    }

    /// <summary>The result that <see cref="StageRunner"/> would restore: some store has its record, and every file is in one. Null without.</summary>
    public StageResult? Recorded(CacheKey key, CancellationToken cancellation)
    {
        using var hit = Find(key, cancellation);
        return hit?.Record.Files.All(file => _stores.Any(store => store.Contains(CacheAddress.OfBlob(file.Sha256), cancellation))) == true ? hit.Record.Result : null;
    }

    /// <summary>The first store's record of the result that can be read and belongs to the key.</summary>
    internal CacheHit? Find(CacheKey key, CancellationToken cancellation)
    {
        if (_stores.IsEmpty)
            return null;
        var leases = Lease(cancellation);
        foreach (string address in _settings.AnyDevice ? [key.Exact, key.AnyDevice] : new[] { key.Exact })
        {
            for (int i = 0; i < _stores.Length; i++)
            {
                if (ReadRecord(_stores[i], address, cancellation) is { } record)
                    return new CacheHit(record, address, i, _stores, leases);
            }
        }
        leases.Dispose();
        return null;
    }

    /// <summary>Stores a result that was just made.</summary>
    /// <param name="key">Under what.</param>
    /// <param name="record">The result and its files.</param>
    /// <param name="directory">Where the files are.</param>
    /// <param name="cancellation">Ends the uploads.</param>
    internal void Save(CacheKey key, CacheRecord record, string directory, CancellationToken cancellation)
    {
        if (_stores.IsEmpty || _settings.ReadOnly)
            return;
        foreach (var store in _stores)
        {
            using var lease = store.Lease(cancellation);
            Save(store, [key.Exact, key.AnyDevice], record, directory, cancellation);
        }
    }

    /// <summary>Gives a restored result to the stores that were asked in vain before the one that had it.</summary>
    internal void SaveToEarlier(CacheKey key, CacheHit hit, string directory, CancellationToken cancellation)
    {
        if (_settings.ReadOnly)
            return;
        ImmutableArray<string> addresses = hit.Address == key.Exact ? [key.Exact, key.AnyDevice] : [key.AnyDevice];
        foreach (var store in _stores.Take(hit.StoreIndex))
            Save(store, addresses, hit.Record, directory, cancellation);
    }

    public void Dispose()
    {
        foreach (var store in _stores)
            store.Dispose();
    }

    private static ICacheStore Open(string location, CacheSettings settings, Func<string, string?> environment) => !CacheSettings.IsRemote(location)
        ? new FolderStore(location, settings.ReadOnly)
        : new Uri(location) is { Scheme: "s3" } bucket ? new S3Store(bucket, environment) : new HttpStore(new Uri(location));

    private CacheLeases Lease(CancellationToken cancellation) => new([.. _stores.Select(store => store.Lease(cancellation)).OfType<IDisposable>()]);

    private static CacheRecord? ReadRecord(GuardedStore store, string key, CancellationToken cancellation)
    {
        string address = CacheAddress.OfRecord(key);
        using var json = new MemoryStream();
        try
        {
            if (!store.Read(address, json, CacheRecord.MaximumBytes, cancellation))
                return null;
        }
        catch (WrongContentException)
        {
            store.ReportDamaged(address, "too much");
            return null;
        }
        var record = CacheRecord.Parse(json.GetBuffer().AsSpan(0, (int)json.Length));
        if (record is not null && (CacheKey.ExactAddress(record.Result.Inputs, record.Platform) == key || CacheKey.AnyDeviceAddress(record.Result.Inputs) == key))
            return record;
        store.ReportDamaged(address, record is null ? "something that is no record" : "another stage's record");
        return null;
    }

    /// <summary>The record comes last: whoever finds it finds the files.</summary>
    private static void Save(GuardedStore store, ImmutableArray<string> keys, CacheRecord record, string directory, CancellationToken cancellation)
    {
        foreach (var file in record.Files)
        {
            string address = CacheAddress.OfBlob(file.Sha256);
            if (store.Contains(address, cancellation))
                continue;
            using var content = File.OpenRead(Path.Combine(directory, file.Path));
            if (!store.Write(address, content, cancellation))
                return;
        }
        foreach (string key in keys)
        {
            using var json = new MemoryStream(record.Serialize());
            store.Write(CacheAddress.OfRecord(key), json, cancellation);
        }
    }
}
