using System.Net;
using Tao.Engine.Cache;
using Tao.Engine.IO;
using Tao.Testing;

namespace Tao.Engine.Tests.Cache;

/// <summary>What every kind of store does.</summary>
public sealed class CacheStoreTests : IDisposable
{
    private static readonly byte[] _bytes = [.. Enumerable.Range(0, 300_000).Select(i => (byte)(i % 251))];

    private readonly TemporaryFolder _folder = new();
    private readonly CacheServer _server = new();

    public CacheStoreTests()
    {
        // Where AWS's own tools look first.
        Environment.SetEnvironmentVariable("AWS_ACCESS_KEY_ID", "test");
        Environment.SetEnvironmentVariable("AWS_SECRET_ACCESS_KEY", "secret");
    }

    public static TheoryData<string> Kinds => ["folder", "http", "s3"];

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task What_was_written_is_read_back(string kind)
    {
        using var store = Open(kind);
        string address = CacheAddress.OfBlob(ContentHash.OfBytes(_bytes));
        using var source = new MemoryStream(_bytes);

        Assert.False(await store.ContainsAsync(address, TestContext.Current.CancellationToken));
        await store.WriteAsync(address, source, TestContext.Current.CancellationToken);

        Assert.True(await store.ContainsAsync(address, TestContext.Current.CancellationToken));
        using var target = new MemoryStream();
        Assert.True(await store.ReadAsync(address, target, TestContext.Current.CancellationToken));
        Assert.Equal(_bytes, target.ToArray());
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task What_is_not_there_is_no_trouble(string kind)
    {
        using var store = Open(kind);
        using var target = new MemoryStream();

        Assert.False(await store.ReadAsync(CacheAddress.OfRecord("00"), target, TestContext.Current.CancellationToken));
        Assert.Equal(0, target.Length);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task The_later_of_two_writes_stays(string kind)
    {
        using var store = Open(kind);
        foreach (string text in new[] { "first", "second" })
        {
            using var source = new MemoryStream(System.Text.Encoding.UTF8.GetBytes(text));
            await store.WriteAsync("ac/00", source, TestContext.Current.CancellationToken);
        }

        using var target = new MemoryStream();
        await store.ReadAsync("ac/00", target, TestContext.Current.CancellationToken);
        Assert.Equal("second"u8, target.ToArray());
    }

    [Theory]
    [InlineData("http", "403 (Forbidden) to HEAD")]
    [InlineData("s3", "s3:ListBucket")]
    public async Task A_refusal_is_told_as_the_stores_trouble(string kind, string expected)
    {
        _server.Refuses = _ => (int)HttpStatusCode.Forbidden;
        using var store = Open(kind);

        var refused = await Assert.ThrowsAsync<IOException>(() => store.ContainsAsync("cas/00", TestContext.Current.CancellationToken));

        Assert.Contains(expected, refused.Message);
    }

    [Fact]
    public async Task A_server_that_checks_records_gets_a_hint()
    {
        _server.Refuses = request => request.HttpMethod == "PUT" && request.Url!.AbsolutePath.StartsWith("/team/ac/", StringComparison.Ordinal) ? 400 : null;
        using var store = Open("http");
        using var source = new MemoryStream([1]);

        var refused = await Assert.ThrowsAsync<IOException>(() => store.WriteAsync("ac/00", source, TestContext.Current.CancellationToken));

        Assert.Contains("--disable_http_ac_validation", refused.Message);
    }

    [Fact]
    public async Task Http_has_the_paths_of_bazel_remote_and_basic_authentication()
    {
        using var store = new HttpStore(new Uri(_server.Address.Replace("http://", "http://me:p%40ss@", StringComparison.Ordinal) + "/team/"));
        using var source = new MemoryStream([1]);

        await store.WriteAsync("cas/00", source, TestContext.Current.CancellationToken);

        Assert.Equal("PUT /team/cas/00", Assert.Single(_server.Requests));
        Assert.Equal("Basic " + Convert.ToBase64String("me:p@ss"u8), _server.Authorization);
        Assert.Equal(_server.Address + "/team", store.Name);
    }

    [Fact]
    public async Task S3_signs_and_has_path_style_keys_on_other_servers()
    {
        using var store = Open("s3");
        using var source = new MemoryStream(_bytes);

        await store.WriteAsync("cas/00", source, TestContext.Current.CancellationToken);

        Assert.Equal("PUT /models/team/cas/00", Assert.Single(_server.Requests));
        Assert.StartsWith("AWS4-HMAC-SHA256 Credential=test/", _server.Authorization, StringComparison.Ordinal);
        Assert.Equal(_bytes, _server.Objects["/models/team/cas/00"]);
        Assert.Equal("s3://models/team", store.Name);
    }

    [Fact]
    public async Task S3_without_a_region_says_what_to_set()
    {
        Assert.SkipWhen(Amazon.Runtime.FallbackRegionFactory.GetRegionEndpoint() is not null, "This machine has a region of its own.");
        using var store = new S3Store(new Uri("s3://models"), _ => null);

        var incomplete = await Assert.ThrowsAsync<IOException>(() => store.ContainsAsync("cas/00", TestContext.Current.CancellationToken));

        Assert.Contains("AWS_REGION", incomplete.Message);
    }

    [Fact]
    public async Task Reading_from_a_folder_marks_the_time()
    {
        using var store = Open("folder");
        using var source = new MemoryStream([1]);
        await store.WriteAsync("ac/00", source, TestContext.Current.CancellationToken);
        string file = Path.Combine(_folder.Path, "ac/00");
        var old = new DateTime(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc);
        File.SetLastWriteTimeUtc(file, old);

        using var readOnly = new FolderStore(_folder.Path, readOnly: true);
        await readOnly.ReadAsync("ac/00", Stream.Null, TestContext.Current.CancellationToken);
        Assert.Equal(old, File.GetLastWriteTimeUtc(file));

        await store.ReadAsync("ac/00", Stream.Null, TestContext.Current.CancellationToken);
        Assert.True(File.GetLastWriteTimeUtc(file) > old);
    }

    public void Dispose()
    {
        _server.Dispose();
        _folder.Dispose();
    }

    private ICacheStore Open(string kind) => kind switch
    {
        "folder" => new FolderStore(_folder.Path, readOnly: false),
        "http" => new HttpStore(new Uri(_server.Address + "/team")),
        _ => new S3Store(new Uri("s3://models/team/"), name => name == "AWS_ENDPOINT_URL_S3" ? _server.Address : null),
    };
}
