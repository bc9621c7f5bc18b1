using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;
using Tao.Sdk.Tasks;
using Tao.Testing;

namespace Tao.Sdk.Tests.Tasks;

public sealed class RunTaoStageTests : IDisposable
{
    private readonly TemporaryFolder _project = new();
    private readonly RecordingBuildEngine _log = new();

    private string Stamp => Path.Combine(_project.Path, "obj/Train.stamp");

    private string Output => Path.Combine(_project.Path, "obj/Train");

    [Fact]
    public void A_finished_stage_is_stamped_and_shows_one_line_for_each_epoch()
    {
        Assert.True(Task("plain").Execute());

        Assert.Equal(
            ["Train: started (there is no record of an earlier run)", "Train: epoch 1/2: loss 1, 1 s left", "Train: epoch 2/2: loss 0.5", "Train: finished"],
            _log.Shown());
        Assert.Equal(["result.json", "model.tlt"], File.ReadLines(Stamp).Where(line => !line.StartsWith('=')).Select(line => line.Split('\t')[1]));
        Assert.Equal((1, 1), (_log.Yields, _log.Reacquires));
    }

    [Fact]
    public void A_stage_that_is_up_to_date_is_stamped_without_a_line()
    {
        Task("plain").Execute();
        File.Delete(Stamp);
        int shown = _log.Shown().Count;

        Assert.True(Task("plain").Execute());

        Assert.True(File.Exists(Stamp));
        Assert.Equal(shown, _log.Shown().Count);
        Assert.Contains("Train: up to date", _log.Shown(MessageImportance.Normal));
    }

    [Fact]
    public void The_users_mistake_lands_on_the_line_of_the_spec()
    {
        Assert.False(Task("fake: fault").Execute());

        var error = Assert.Single(_log.Errors);
        Assert.Equal(("TAO1001", Path.Combine(_project.Path, "spec.txt"), 3, 5), (error.Code, error.File, error.LineNumber, error.ColumnNumber));
        Assert.Equal("There is no field 'n_epoch'. Write 'n_epochs'.", error.Message);
        Assert.Equal("TAO1001", error.HelpKeyword);
        var warning = Assert.Single(_log.Warnings);
        Assert.Equal(("TAO1009", 4), (warning.Code, warning.LineNumber));
        Assert.False(File.Exists(Stamp));
    }

    [Fact]
    public void A_bug_is_one_error_whose_details_are_in_a_file()
    {
        Assert.False(Task("fake: bug").Execute());

        var error = Assert.Single(_log.Errors);
        Assert.Equal("TAO5102", error.Code);
        string details = Path.Combine(_project.Path, "obj/Train.error.log");
        Assert.Contains(details, error.Message);
        Assert.DoesNotContain("   at ", error.Message);
        Assert.Contains("   at Tao.FakeEngine.FakeStage.Bug()", File.ReadAllText(details));
    }

    [Fact]
    public void An_end_without_a_result_is_no_success()
    {
        Assert.False(Task("fake: silent").Execute());

        Assert.Contains("ended without a result", Assert.Single(_log.Errors).Message);
    }

    [Fact]
    public void A_missing_engine_is_named()
    {
        var task = Task("plain");
        task.EngineCommand = Path.Combine(_project.Path, "no such engine");

        Assert.False(task.Execute());

        var error = Assert.Single(_log.Errors);
        Assert.Equal("TAO5101", error.Code);
        Assert.Contains("no such engine", error.Message);
    }

    [Fact]
    public async System.Threading.Tasks.Task Cancelling_waits_for_the_checkpoint()
    {
        var task = Task("fake: wait");
        var run = System.Threading.Tasks.Task.Run(task.Execute, TestContext.Current.CancellationToken);
        while (!File.Exists(Path.Combine(Output, "started")))
            await System.Threading.Tasks.Task.Delay(20, TestContext.Current.CancellationToken);

        task.Cancel();

        Assert.False(await run);
        Assert.True(File.Exists(Path.Combine(Output, "checkpoint")));
        Assert.Equal("TAO5104", Assert.Single(_log.Errors).Code);
    }

    [Fact]
    public async System.Threading.Tasks.Task An_engine_that_does_not_stop_is_killed()
    {
        var task = Task("fake: deaf");
        task.CancelTimeoutSeconds = 1;
        var run = System.Threading.Tasks.Task.Run(task.Execute, TestContext.Current.CancellationToken);
        while (_log.Shown().Count == 0)
            await System.Threading.Tasks.Task.Delay(20, TestContext.Current.CancellationToken);

        task.Cancel();

        Assert.False(await run);
        Assert.Contains("signal 9", Assert.Single(_log.Errors).Message);
    }

    public void Dispose() => _project.Dispose();

    private RunTaoStage Task(string spec)
    {
        _project.Write("spec.txt", spec);
        new WriteStageRequests
        {
            BuildEngine = _log,
            ProjectDirectory = _project.Path,
            RequestDirectory = Path.Combine(_project.Path, "obj"),
            Network = "classification",
            Stages = [new TaskItem("Train", new Dictionary<string, string> { ["Spec"] = "spec.txt", ["OutputDirectory"] = Output })],
        }.Execute();
        return new RunTaoStage
        {
            BuildEngine = _log,
            Stage = "Train",
            ProjectDirectory = _project.Path,
            RequestFile = Path.Combine(_project.Path, "obj/Train.request.json"),
            OutputDirectory = Output,
            StampFile = Stamp,
            EngineCommand = Repository.FakeEngine,
        };
    }
}
