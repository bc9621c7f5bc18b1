using Tao.Engine.Cache;
using Tao.Specs;

namespace Tao.Engine.Tests.Cache;

public sealed class CacheCollectorTests : IDisposable
{
    private static readonly DateTime _start = new(2026, 3, 1, 0, 0, 0, DateTimeKind.Utc);

    private readonly CacheWorld _world = new();

    private CacheCollector Collector => new(_world.Folder, TimeSpan.FromSeconds(0.2));

    [Fact]
    public void The_longest_unused_go_until_the_rest_fits()
    {
        var keys = Fill("a", "b", "c");
        long third = BytesInFolder() / 3;

        var report = Collect(new CollectOptions(2 * third + 100, null, false));

        Assert.Equal(_start, Assert.Single(report.Removed).LastUsed.UtcDateTime);
        Assert.Equal((2, BytesInFolder()), (report.Kept, report.BytesKept));
        Assert.Equal([false, true, true], keys.Select(Restores));
    }

    [Fact]
    public void A_restored_result_counts_as_used()
    {
        var keys = Fill("a", "b");
        Assert.True(Restores(keys[0]));

        Collect(new CollectOptions(null, new DateTimeOffset(_start.AddDays(30)), false));

        Assert.Equal([true, false], keys.Select(Restores));
    }

    [Fact]
    public void What_results_share_stays_until_the_last_goes()
    {
        var keys = Fill("a", "b");
        string shared = Path.Combine(_world.Folder, "cas", Tao.Engine.IO.ContentHash.OfFile(_world.At("a/labels.txt")));

        Collect(new CollectOptions(null, new DateTimeOffset(_start.AddHours(1)), false));
        Assert.True(File.Exists(shared));
        Assert.Equal([false, true], keys.Select(Restores));

        var report = Collect(new CollectOptions(0, null, false));
        Assert.Equal((0, 0L, 0L), (report.Kept, report.BytesKept, BytesInFolder()));
    }

    [Fact]
    public void A_dry_run_tells_the_same_and_removes_nothing()
    {
        var keys = Fill("a", "b", "c");
        var options = new CollectOptions(BytesInFolder() / 2, null, true);
        long before = BytesInFolder();

        var planned = Collect(options);
        Assert.Equal(before, BytesInFolder());
        Assert.True(keys.All(key => Directory.GetFiles(_world.Folder, key.Exact, SearchOption.AllDirectories).Length == 1));
        var done = Collect(options with { DryRun = false });

        Assert.Equal(planned.Removed, done.Removed);
        Assert.Equal(planned with { Removed = done.Removed }, done);
        Assert.Equal(before - done.BytesFreed, BytesInFolder());
    }

    [Fact]
    public void Leftovers_go_in_any_case()
    {
        var keys = Fill("a");
        foreach (string leftover in new[] { "tmp/half", "cas/" + new string('0', 64), "ac/" + new string('1', 64) })
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(_world.Folder, leftover))!);
            File.WriteAllText(Path.Combine(_world.Folder, leftover), "leftover");
        }

        var report = Collect(new CollectOptions(null, null, false));

        Assert.Equal((24, 1), (report.BytesFreed, report.Kept));
        Assert.True(Restores(keys[0]));
    }

    [Fact]
    public void Nothing_goes_while_a_result_is_being_restored()
    {
        var key = Fill("a")[0];
        using var cache = _world.Open(_world.Folder);
        using (var hit = cache.Find(key, TestContext.Current.CancellationToken))
        {
            var busy = Assert.Throws<TaoException>(() => Collect(new CollectOptions(0, null, false)));
            Assert.Equal("TAO5304", Assert.Single(busy.Diagnostics).Code);
            Assert.True(hit!.Fetch(_world.At("target"), TestContext.Current.CancellationToken));
        }
        Assert.Equal(0, Collect(new CollectOptions(0, null, false)).Kept);
    }

    [Fact]
    public void A_folder_that_is_not_there_is_empty() => Assert.Equal(0, Collect(new CollectOptions(0, null, false)).Kept);

    public void Dispose() => _world.Dispose();

    private CollectReport Collect(CollectOptions options) => Collector.Collect(options, TestContext.Current.CancellationToken);

    /// <summary>Results of equal size, each used a day after the one before.</summary>
    private List<CacheKey> Fill(params string[] names)
    {
        using var cache = _world.Open(_world.Folder);
        var keys = names.Select(name => _world.Save(cache, name)).ToList();
        foreach (var (i, key) in keys.Index())
        {
            foreach (string address in new[] { key.Exact, key.AnyDevice })
                File.SetLastWriteTimeUtc(Path.Combine(_world.Folder, "ac", address), _start.AddDays(i));
        }
        return keys;
    }

    private bool Restores(CacheKey key)
    {
        using var cache = _world.Open(_world.Folder);
        return _world.Restore(cache, key) is not null;
    }

    private long BytesInFolder() => new DirectoryInfo(_world.Folder).EnumerateFiles("*", SearchOption.AllDirectories).Where(file => file.Name != ".lock").Sum(file => file.Length);
}
