using System.Text.Json;
using Microsoft.Build.Utilities;
using Tao.Sdk.Tasks;
using Tao.Testing;

namespace Tao.Sdk.Tests.Tasks;

public sealed class PublishModelTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void The_last_stage_that_made_a_file_is_published_and_stale_files_go()
    {
        _folder.Write("obj/Train/model.tlt", "trained");
        _folder.Write("obj/Retrain/model.tlt", "retrained");
        _folder.Write("bin/model.onnx", "from a stage that the project no longer has");
        _folder.Write("bin/notes.txt", "the user's own");

        Assert.True(Task().Execute());

        Assert.Equal("retrained", File.ReadAllText(Path.Combine(_folder.Path, "bin/model.tlt")));
        Assert.Equal(["metrics.json", "model.tlt", "notes.txt"], Directory.GetFiles(Path.Combine(_folder.Path, "bin")).Select(Path.GetFileName).Order());
    }

    [Fact]
    public void Metrics_are_gathered_by_stage()
    {
        _folder.Write("obj/Train/result.json", """{"metrics":{"loss":0.25}}""");
        _folder.Write("obj/Retrain/result.json", """{"metrics":{}}""");

        Task().Execute();

        using var metrics = JsonDocument.Parse(File.ReadAllText(Path.Combine(_folder.Path, "bin/metrics.json")));
        var train = Assert.Single(metrics.RootElement.EnumerateObject());
        Assert.Equal("Train", train.Name);
        Assert.Equal(0.25, train.Value.GetProperty("loss").GetDouble());
    }

    public void Dispose() => _folder.Dispose();

    private PublishModel Task() => new()
    {
        BuildEngine = new RecordingBuildEngine(),
        ProjectDirectory = _folder.Path,
        Stages = [.. new[] { "Train", "Retrain" }.Select(stage => new TaskItem(stage, new Dictionary<string, string> { ["OutputDirectory"] = $"obj/{stage}/" }))],
        Files = ["model.tlt", "model.onnx"],
        DestinationDirectory = Path.Combine(_folder.Path, "bin"),
        MetricsFile = Path.Combine(_folder.Path, "bin/metrics.json"),
    };
}
