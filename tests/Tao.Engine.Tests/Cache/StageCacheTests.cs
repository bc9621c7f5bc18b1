using System.Text;
using Tao.Engine.Cache;
using Tao.Engine.IO;
using Tao.Testing;

namespace Tao.Engine.Tests.Cache;

public sealed class StageCacheTests : IDisposable
{
    private static readonly TimeSpan _short = TimeSpan.FromSeconds(0.5);

    private readonly CacheWorld _world = new();
    private readonly CacheServer _server = new();

    [Fact]
    public void A_result_is_restored_by_whoever_asks_with_the_same_key()
    {
        using var cache = _world.Open(_world.Folder);
        var key = _world.Save(cache, "a");

        using var another = _world.Open(_world.Folder);
        _world.AssertRestores(another, key, "a");
        Assert.Equal(key.Fingerprint, another.Recorded(key, TestContext.Current.CancellationToken)?.Fingerprint);
        Assert.Null(another.Recorded(_world.Result("b").Key, TestContext.Current.CancellationToken));
        File.Delete(Path.Combine(_world.Folder, "cas", ContentHash.OfFile(_world.At("a/model.tlt"))));
        Assert.Null(another.Recorded(key, TestContext.Current.CancellationToken));
        Assert.Empty(_world.Warnings);
    }

    [Fact]
    public void Stores_are_asked_in_order_and_the_earlier_ones_learn()
    {
        using var remote = _world.Open(_server.Address);
        var key = _world.Save(remote, "a");
        using var both = _world.Open(_world.Folder, _server.Address);
        _world.AssertRestores(both, key, "a");
        int requests = _server.Requests.Count;

        using var again = _world.Open(_world.Folder, _server.Address);
        _world.AssertRestores(again, key, "a");

        Assert.Equal(requests, _server.Requests.Count);
        Assert.Equal(3, _server.Objects.Keys.Count(path => path.StartsWith("/cas/", StringComparison.Ordinal)));
        Assert.Equal(2, _server.Objects.Keys.Count(path => path.StartsWith("/ac/", StringComparison.Ordinal)));
    }

    [Fact]
    public void What_the_store_has_already_is_not_sent_again()
    {
        using var cache = _world.Open(_server.Address);
        _world.Save(cache, "a");
        int sent = _server.Count("PUT");
        _world.Save(cache, "a");

        Assert.Equal(2, _server.Count("PUT") - sent);
    }

    [Theory]
    [InlineData("changed")]
    [InlineData("longer")]
    [InlineData("shorter")]
    public void A_wrong_content_is_a_warning_a_miss_and_gone(string damage)
    {
        using var cache = _world.Open(_world.Folder);
        var key = _world.Save(cache, "a");
        string blob = Path.Combine(_world.Folder, "cas", ContentHash.OfFile(_world.At("a/model.tlt")));
        byte[] bytes = File.ReadAllBytes(blob);
        File.WriteAllBytes(blob, damage switch { "changed" => [(byte)(bytes[0] ^ 1), .. bytes[1..]], "longer" => [.. bytes, 0], _ => bytes[..^1] });

        Assert.Null(_world.Restore(cache, key));

        Assert.Equal("TAO5303", Assert.Single(_world.Warnings).Code);
        Assert.False(File.Exists(blob));
        _world.Save(cache, "a");
        _world.AssertRestores(cache, key, "a");
    }

    [Fact]
    public void A_wrong_content_on_a_server_is_replaced_by_the_next_result()
    {
        using var cache = _world.Open(_server.Address);
        var key = _world.Save(cache, "a");
        _server.Objects[$"/cas/{ContentHash.OfFile(_world.At("a/model.tlt"))}"] = [1, 2, 3];

        Assert.Null(_world.Restore(cache, key));
        _world.Save(cache, "a");

        _world.AssertRestores(cache, key, "a");
        Assert.Single(_world.Warnings);
    }

    [Fact]
    public void A_wrong_content_in_one_store_comes_from_the_next()
    {
        using var both = _world.Open(_world.Folder, _server.Address);
        var key = _world.Save(both, "a");
        string blob = Path.Combine(_world.Folder, "cas", ContentHash.OfFile(_world.At("a/model.tlt")));
        File.WriteAllText(blob, "wrong");

        _world.AssertRestores(both, key, "a");

        Assert.Equal("TAO5303", Assert.Single(_world.Warnings).Code);
    }

    [Theory]
    [InlineData("no record")]
    [InlineData("{\"result\":null,\"platform\":\"\"}")]
    [InlineData("no artifacts")]
    [InlineData("another")]
    [InlineData("outside")]
    public void A_wrong_record_is_a_warning_and_a_miss(string kind)
    {
        using var cache = _world.Open(_server.Address);
        var key = _world.Save(cache, "a");
        string path = $"/ac/{key.Exact}";
        if (kind == "another")
            _server.Objects[path] = _server.Objects[$"/ac/{_world.Save(cache, "b").Exact}"];
        else
            _server.Objects[path] = Encoding.UTF8.GetBytes(kind switch
            {
                "outside" => Encoding.UTF8.GetString(_server.Objects[path]).Replace("labels.txt", "../labels.txt", StringComparison.Ordinal),
                "no artifacts" => Encoding.UTF8.GetString(_server.Objects[path]).Replace("\"artifacts\": [", "\"artifacts\": [null, ", StringComparison.Ordinal),
                _ => kind,
            });

        Assert.Null(_world.Restore(cache, key));

        Assert.Equal("TAO5303", Assert.Single(_world.Warnings).Code);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_server_that_does_not_answer_costs_its_time_once(bool midway)
    {
        using var prepared = _world.Open(_server.Address);
        var key = _world.Save(prepared, "a");
        _server.IsSilent = !midway;
        _server.StallsInBodies = midway;
        int before = _server.Requests.Count;
        using var cache = _world.Open(new CacheSettings { Locations = [_server.Address], Timeout = _short });

        Assert.Null(_world.Restore(cache, key));
        Assert.Null(_world.Restore(cache, key));
        _world.Save(cache, "b");

        var warning = Assert.Single(_world.Warnings);
        Assert.Equal("TAO5302", warning.Code);
        Assert.Contains("did not answer within 0.5 s", warning.Message);
        Assert.Equal(before + 1, _server.Requests.Count);
    }

    [Fact]
    public void An_unreachable_server_is_one_warning_and_the_folder_goes_on()
    {
        _server.Dispose();
        using var cache = _world.Open(_world.Folder, _server.Address);

        var key = _world.Save(cache, "a");
        _world.AssertRestores(cache, key, "a");

        Assert.Equal("TAO5302", Assert.Single(_world.Warnings).Code);
    }

    [Fact]
    public void A_refused_upload_is_a_warning()
    {
        _server.Refuses = request => request.HttpMethod == "PUT" ? 403 : null;
        using var cache = _world.Open(_server.Address);

        _world.Save(cache, "a");
        _world.Save(cache, "b");

        Assert.Contains("403 (Forbidden) to PUT", Assert.Single(_world.Warnings).Message);
    }

    [Fact]
    public void A_folder_that_cannot_be_made_is_a_warning()
    {
        File.WriteAllText(_world.At("file"), "");
        using var cache = _world.Open(_world.At("file/cache"));

        var key = _world.Save(cache, "a");

        Assert.Null(_world.Restore(cache, key));
        Assert.Equal("TAO5302", Assert.Single(_world.Warnings).Code);
    }

    [Fact]
    public void Read_only_restores_and_writes_nowhere()
    {
        using var writer = _world.Open(_server.Address);
        var key = _world.Save(writer, "a");
        int sent = _server.Count("PUT");
        using var reader = _world.Open(new CacheSettings { Locations = [_world.Folder, _server.Address], ReadOnly = true });

        _world.AssertRestores(reader, key, "a");
        _world.Save(reader, "b");

        Assert.Equal(sent, _server.Count("PUT"));
        Assert.False(Directory.Exists(_world.Folder));
        Assert.Empty(_world.Warnings);
    }

    [Fact]
    public void A_result_of_another_device_is_for_those_who_are_not_strict()
    {
        using var strict = _world.Open(_world.Folder);
        using var loose = _world.Open(new CacheSettings { Locations = [_world.Folder], AnyDevice = true });
        _world.Save(strict, "a", device: "cuda");
        var key = _world.Result("a", device: "cpu").Key;

        Assert.Null(_world.Restore(strict, key));
        _world.AssertRestores(loose, key, "a");
        Assert.NotEqual(key.Exact, _world.Result("a", device: "cuda").Key.Exact);
    }

    [Fact]
    public async Task Many_may_write_read_and_collect_at_once()
    {
        string[] names = ["a", "bb", "ccc", "dddd"];
        var keys = names.ToDictionary(name => name, name => _world.Result(name, 200_000).Key);
        var writers = Enumerable.Range(0, 16).Select(i => Task.Run(() =>
        {
            using var cache = _world.Open(_world.Folder);
            var (key, record, directory) = _world.Made(names[i % names.Length]);
            cache.Save(key, record, directory, CancellationToken.None);
            _world.AssertRestores(cache, key, names[i % names.Length]);
        }));
        var collector = Task.Run(() =>
        {
            for (int i = 0; i < 20; i++)
                new CacheCollector(_world.Folder, TimeSpan.FromSeconds(20)).Collect(new CollectOptions(null, null, false), CancellationToken.None);
        });

        await Task.WhenAll(writers.Append(collector));

        using var last = _world.Open(_world.Folder);
        foreach (string name in names)
            _world.AssertRestores(last, keys[name], name);
        Assert.Empty(_world.Warnings);
    }

    public void Dispose()
    {
        _server.Dispose();
        _world.Dispose();
    }
}
