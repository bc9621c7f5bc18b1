using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;
using Tao.Sdk.Tasks;
using Tao.Testing;

namespace Tao.Sdk.Tests.Tasks;

public sealed class WriteStageRequestsTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly RecordingBuildEngine _log = new();

    [Fact]
    public void A_request_holds_what_belongs_to_its_stage()
    {
        Assert.True(Task("a").Execute());

        Assert.Equal(
            """
            {
              "stage": "Prune",
              "network": "classification",
              "projectDirectory": "../..",
              "spec": "specs/train.txt",
              "outputDirectory": "obj/tao/Prune/",
              "inputs": {
                "model": "obj/tao/Train/model.tlt"
              },
              "options": {
                "excluded_layers": "conv1 predictions",
                "pruning_threshold": "0.5"
              },
              "mounts": [
                {
                  "source": "/data",
                  "destination": "/workspace/data"
                }
              ],
              "seed": 7,
              "device": "cpu"
            }

            """.ReplaceLineEndings("\n"),
            File.ReadAllText(Request("a")));
    }

    [Fact]
    public void A_clone_elsewhere_writes_the_same_bytes()
    {
        Task("a").Execute();
        Task("another place").Execute();

        Assert.Equal(File.ReadAllBytes(Request("a")), File.ReadAllBytes(Request("another place")));
    }

    [Fact]
    public void A_request_that_stays_the_same_keeps_its_time()
    {
        Task("a").Execute();
        var before = File.GetLastWriteTimeUtc(Request("a")).AddDays(-1);
        File.SetLastWriteTimeUtc(Request("a"), before);

        Task("a").Execute();
        Assert.Equal(before, File.GetLastWriteTimeUtc(Request("a")));

        var changed = Task("a");
        changed.Seed = "8";
        changed.Execute();
        Assert.NotEqual(before, File.GetLastWriteTimeUtc(Request("a")));
    }

    [Fact]
    public void A_stamp_is_forgotten_when_an_output_is_gone()
    {
        string stamp = _folder.Write("a/obj/tao/Prune.stamp", "2\tresult.json\n5\tmodel.tlt\n");
        _folder.Write("a/obj/tao/Prune/result.json", "{}");
        string model = _folder.Write("a/obj/tao/Prune/model.tlt", "12345");

        Task("a").Execute();
        Assert.True(File.Exists(stamp));

        File.Delete(model);
        Task("a").Execute();
        Assert.False(File.Exists(stamp));
    }

    [Theory]
    [InlineData("-1")]
    [InlineData("1.5")]
    [InlineData("seven")]
    public void A_seed_that_is_no_number_is_refused(string seed)
    {
        var task = Task("a");
        task.Seed = seed;

        Assert.False(task.Execute());
        var error = Assert.Single(_log.Errors);
        Assert.Equal("TAO5105", error.Code);
        Assert.Equal(task.ProjectFile, error.File);
    }

    public void Dispose() => _folder.Dispose();

    private string Request(string project) => Path.Combine(_folder.Path, project, "obj/tao/Prune.request.json");

    private WriteStageRequests Task(string project)
    {
        string directory = Path.Combine(_folder.Path, project);
        return new WriteStageRequests
        {
            BuildEngine = _log,
            ProjectDirectory = directory,
            ProjectFile = Path.Combine(directory, "model.taoproj"),
            RequestDirectory = Path.Combine(directory, "obj/tao/"),
            Network = "classification",
            Stages = [Item("Prune", ("Spec", "specs/train.txt"), ("OutputDirectory", Path.Combine(directory, "obj/tao/Prune/")))],
            StageInputs = [Item("model", ("Stage", "Prune"), ("Path", Path.Combine(directory, "obj/tao/Train/model.tlt"))), Item("onnx", ("Stage", "Export"), ("Path", "x.onnx"))],
            StageOptions =
            [
                Item("pruning_threshold", ("Stage", "Prune"), ("Value", "0.5")),
                Item("normalizer", ("Stage", "Prune"), ("Value", "")),
                Item("excluded_layers", ("Stage", "Prune"), ("Value", "conv1 predictions")),
                Item("resume", ("Stage", "Train"), ("Value", "true")),
            ],
            Mounts = [Item("/data", ("Destination", "/workspace/data"))],
            Seed = "7",
        };
    }

    private static TaskItem Item(string name, params (string Name, string Value)[] metadata) =>
        new(name, metadata.ToDictionary(pair => pair.Name, pair => pair.Value));
}
