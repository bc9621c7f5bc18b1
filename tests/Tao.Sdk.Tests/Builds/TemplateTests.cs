using Tao.Testing;

namespace Tao.Sdk.Tests.Builds;

/// <summary><c>dotnet new tao-NETWORK</c> gives a project that makes its data, whose spec is right, and which a build may go on with.</summary>
public sealed class TemplateTests(PackedSdk sdk, PackedTemplates templates) : IClassFixture<PackedTemplates>
{
    [Theory]
    [InlineData("classification")]
    [InlineData("ssd")]
    [InlineData("dssd")]
    [InlineData("retinanet")]
    public async Task A_new_project_builds(string network)
    {
        await sdk.ReadyAsync();
        using var folder = new TemporaryFolder();
        folder.Write("nuget.config", sdk.NuGetConfig());
        var cancellation = TestContext.Current.CancellationToken;

        (await DotNet.RunAsync(folder.Path, ["new", $"tao-{network}", "-n", "My model", .. templates.Hive], cancellation)).MustSucceed();

        string project = Path.Combine(folder.Path, "My model");
        Assert.Contains($"<TaoNetwork>{network}</TaoNetwork>", await File.ReadAllTextAsync(Path.Combine(project, "My model.taoproj"), cancellation));
        Assert.True(File.Exists(Path.Combine(project, ".gitignore")));
        var outcome = (await DotNet.RunAsync(project, ["build", "-tl:off", "-nr:false", "-v:n", "-t:ConvertDataset"], cancellation)).MustSucceed();
        Assert.Equal(["ValidateSpec", "ConvertDataset"], outcome.StartedStages);
        Assert.DoesNotContain("warning", outcome.Output.Replace("0 Warning(s)", "", StringComparison.Ordinal), StringComparison.OrdinalIgnoreCase);
    }
}
