using Tao.Sdk.Tests.Builds;
using Tao.Testing;

[assembly: AssemblyFixture(typeof(PackedSdk))]

namespace Tao.Sdk.Tests.Builds;

/// <summary>
/// The SDK as a user gets it: packed once for a test run, by the first test that needs it, from what is built; into a folder that is the only
/// feed, and unpacked beside it, so that no copy of the same version in the user's own cache takes its place.
/// </summary>
public sealed class PackedSdk : IDisposable
{
    private static readonly string[] _projects = ["Tao.Sdk", "Tao.Inference", "Tao.Imaging", "Tao.OnnxRuntime"];

    private readonly TemporaryFolder _folder = new();
    private readonly Lazy<Task> _packing;

    public PackedSdk() => _packing = new Lazy<Task>(PackAsync);

    public string Feed => Path.Combine(_folder.Path, "feed");

    public string Unpacked => Path.Combine(_folder.Path, "unpacked");

    public Task ReadyAsync() => _packing.Value;

    public void Dispose() => _folder.Dispose();

    /// <summary>Settings for a folder of projects.</summary>
    public string NuGetConfig() =>
        $"""
        <configuration>
          <config><add key="globalPackagesFolder" value="{Unpacked}" /></config>
          <packageSources><clear /><add key="feed" value="{Feed}" /></packageSources>
        </configuration>
        """;

    private async Task PackAsync()
    {
        foreach (string project in _projects)
        {
            string[] arguments = ["pack", Path.Combine(Repository.Root, "src", project), "-c", Repository.Configuration, "--no-build", "-o", Feed, "-nr:false"];
            var outcome = await DotNet.RunAsync(Repository.Root, arguments, CancellationToken.None);
            if (outcome.ExitCode != 0)
                throw new InvalidOperationException(outcome.Output);
        }
    }
}
