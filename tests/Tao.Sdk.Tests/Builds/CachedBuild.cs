using Tao.Testing;

namespace Tao.Sdk.Tests.Builds;

/// <summary>A project that was built from nothing with a folder and a server as its caches.</summary>
public sealed class CachedBuild(PackedSdk sdk) : IAsyncLifetime
{
    private readonly TemporaryFolder _cache = new();

    public CacheServer Server { get; } = new();

    public string Folder => _cache.Path;

    internal ModelProject Project { get; } = ModelProject.Create(sdk);

    internal BuildOutcome FirstBuild { get; private set; } = new(-1, "");

    /// <summary>Several places on a command line, where a semicolon would begin another property.</summary>
    public static string In(params IEnumerable<string> places) => $"-p:TaoCache={string.Join("%3B", places)}";

    public async ValueTask InitializeAsync() => FirstBuild = (await Project.BuildAsync(In(Folder, Server.Address + "/team"))).MustSucceed();

    public ValueTask DisposeAsync()
    {
        Project.Dispose();
        Server.Dispose();
        _cache.Dispose();
        return ValueTask.CompletedTask;
    }
}
