using System.Collections.Immutable;
using Tao.Engine.Cache;
using Tao.Engine.Events;
using Tao.Engine.IO;
using Tao.Engine.Stages;
using Tao.Engine.Tests.Stages;

namespace Tao.Engine.Tests.Cache;

/// <summary>Results made up for tests, a folder to keep them in, and the warnings.</summary>
internal sealed class CacheWorld : IDisposable
{
    private readonly Tao.Testing.TemporaryFolder _folder = new();

    public RecordingSink Sink { get; } = new();

    public string Folder => Path.Combine(_folder.Path, "cache");

    public IEnumerable<DiagnosticEvent> Warnings => Sink.Events.OfType<DiagnosticEvent>();

    public StageCache Open(params ImmutableArray<string> locations) => Open(new CacheSettings { Locations = locations });

    public StageCache Open(CacheSettings settings) => new(settings, Environment, Sink);

    public Dictionary<string, string> Settings { get; } = [];

    public string At(string name) => Path.Combine(_folder.Path, name);

    /// <summary>A result with two artifacts and a log, whose fingerprint depends on the name; its files are in a folder of that name.</summary>
    public (CacheKey Key, CacheRecord Record, string Directory) Result(string name, int bytes = 1000, string device = "cpu")
    {
        _folder.Write($"{name}/model.tlt", Enumerable.Range(0, bytes).Select(i => (byte)(i * name.Length * 7)).Concat(System.Text.Encoding.UTF8.GetBytes(name)).ToArray());
        _folder.Write($"{name}/labels.txt", "red\ngreen\n");
        _folder.Write($"{name}/events/log", $"log of {name}");
        return Made(name, device);
    }

    /// <summary>As <see cref="Result"/>, of files that are there.</summary>
    public (CacheKey Key, CacheRecord Record, string Directory) Made(string name, string device = "cpu")
    {
        var inputs = ImmutableSortedDictionary<string, string>.Empty.Add("stage", "Train").Add("name", name).Add("device", device);
        string directory = At(name);
        var record = StageRecord.In(directory);
        var request = new StageRequest { Stage = StageKind.Train, Network = "classification", ProjectDirectory = directory, Spec = "", OutputDirectory = directory, Device = device };
        var key = CacheKey.Of(request, inputs);
        var result = new StageResult
        {
            Stage = StageKind.Train,
            Network = "classification",
            Fingerprint = key.Fingerprint,
            Inputs = inputs,
            Artifacts = [record.Describe("model", "model.tlt"), record.Describe("labels", "labels.txt")],
            DurationSeconds = 12,
        };
        return (key, new CacheRecord { Result = result, Platform = key.Platform, Extras = [record.Describe("events", "events/log")] }, directory);
    }

    /// <summary>Keeps a made-up result in the stores.</summary>
    public CacheKey Save(StageCache cache, string name, int bytes = 1000, string device = "cpu")
    {
        var (key, record, directory) = Result(name, bytes, device);
        cache.Save(key, record, directory, TestContext.Current.CancellationToken);
        return key;
    }

    /// <summary>Restores into a new folder, whose path is returned; null when there is nothing, or not all.</summary>
    public string? Restore(StageCache cache, CacheKey key)
    {
        string target = At(System.IO.Path.GetRandomFileName());
        using var hit = cache.Find(key, TestContext.Current.CancellationToken);
        if (hit is null || !hit.Fetch(target, TestContext.Current.CancellationToken))
            return null;
        hit.Place();
        cache.SaveToEarlier(key, hit, target, TestContext.Current.CancellationToken);
        return target;
    }

    public void AssertRestores(StageCache cache, CacheKey key, string name)
    {
        string? restored = Restore(cache, key);
        Assert.NotNull(restored);
        Assert.Equal(ContentHash.OfFile(At($"{name}/model.tlt")), ContentHash.OfFile(Path.Combine(restored, "model.tlt")));
        Assert.Equal(
            ["events/log", "labels.txt", "model.tlt"],
            System.IO.Directory.EnumerateFiles(restored, "*", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(restored, file)).Order(StringComparer.Ordinal));
    }

    public void Dispose() => _folder.Dispose();

    private string? Environment(string name) => Settings.GetValueOrDefault(name);
}
