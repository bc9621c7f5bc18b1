using Tao.Testing;

namespace Tao.Sdk.Tests.Builds;

/// <summary>The templates as a user installs them, in a place of their own.</summary>
public sealed class PackedTemplates : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();

    /// <summary>Arguments for <c>dotnet new</c>.</summary>
    internal string[] Hive => ["--debug:custom-hive", Path.Combine(_folder.Path, "hive")];

    public async ValueTask InitializeAsync()
    {
        string[] pack = ["pack", Path.Combine(Repository.Root, "src/Tao.Templates"), "-c", Repository.Configuration, "--no-build", "-o", _folder.Path, "-nr:false"];
        (await DotNet.RunAsync(Repository.Root, pack, CancellationToken.None)).MustSucceed();
        string package = Directory.GetFiles(_folder.Path, "Tao.Templates.*.nupkg").Single();
        (await DotNet.RunAsync(_folder.Path, ["new", "install", package, .. Hive], CancellationToken.None)).MustSucceed();
    }

    public ValueTask DisposeAsync()
    {
        _folder.Dispose();
        return ValueTask.CompletedTask;
    }
}
