using Tao.Engine.Events;
using Tao.Engine.Stages;
using Tao.Engine.Tests.Stages;
using Tao.Specs;

namespace Tao.Engine.Tests.Training;

/// <summary>A training that is stopped or killed goes on in the next run, and ends as if nothing had happened.</summary>
[Collection(BuiltProject.Collection)]
public sealed class ResumeTests(TrainingCases cases) : IClassFixture<TrainingCases>
{
    private const string Output = "obj/tao/Train";

    [Theory]
    [InlineData("sgd", 1, 1)]
    [InlineData("sgd", 2, 2)]
    [InlineData("sgd", 3, 3)]
    [InlineData("adam", 2, 1)]
    [InlineData("stopping", 3, 2)]
    public void A_cancelled_run_goes_on_bit_by_bit(string name, int epoch, int step)
    {
        using var project = cases[name].New();
        Cancel(project, epoch, step);
        Assert.False(File.Exists(project[$"{Output}/result.json"]));
        Assert.False(File.Exists(project[$"{Output}/model.tlt"]));

        var resumed = project.Run(StageKind.Train);

        Assert.Contains($"Resuming after epoch {epoch - 1}, step {step}.", resumed.Sink.Logs);
        cases[name].AssertSameAsUnbroken(project);
        Assert.True(project.Run(StageKind.Train).UpToDate);
    }

    [Theory]
    [InlineData("sgd", 2)]
    [InlineData("adam", 3)]
    [InlineData("stopping", 3)]
    public void A_killed_run_goes_on_from_the_last_epoch_saved(string name, int epoch)
    {
        using var project = cases[name].New();
        Kill(project, epoch, step: 2);
        // What was under way may have got into the log, the last line only in part.
        File.AppendAllText(project[$"{Output}/training.csv"], $"{epoch},0.25,1.5,0.01,0.5,0.");

        var resumed = project.Run(StageKind.Train);

        Assert.Contains($"Resuming after epoch {(name == "stopping" ? 2 : epoch - 1)}, step 0.", resumed.Sink.Logs);
        cases[name].AssertSameAsUnbroken(project);
    }

    [Fact]
    public void A_run_may_be_broken_off_again_and_again()
    {
        using var project = cases["sgd"].New();
        Cancel(project, 1, 2);
        Kill(project, 1, 3);
        Cancel(project, 2, 1);
        Cancel(project, 2, 3);
        Kill(project, 3, 1);
        project.Run(StageKind.Train);
        cases["sgd"].AssertSameAsUnbroken(project);
    }

    [Fact]
    public void A_run_killed_before_its_first_checkpoint_starts_afresh()
    {
        using var project = cases["sgd"].New();
        Kill(project, 1, 2);
        var again = project.Run(StageKind.Train);
        Assert.DoesNotContain(again.Sink.Logs, text => text.StartsWith("Resuming", StringComparison.Ordinal));
        cases["sgd"].AssertSameAsUnbroken(project);
    }

    [Fact]
    public void Early_stopping_ended_the_unbroken_run()
    {
        string[] log = File.ReadAllLines(cases["stopping"].Unbroken[$"{Output}/training.csv"]);
        Assert.Equal(["epoch", "1", "2", "3"], log.Select(line => line.Split(',')[0]));
        Assert.Equal(
            ["squeezenet_002.tlt", "squeezenet_003.tlt"],
            Directory.EnumerateFiles(cases["stopping"].Unbroken[$"{Output}/weights"]).Select(Path.GetFileName).Order());
    }

    [Fact]
    public void The_checkpoint_of_another_run_is_not_taken()
    {
        using var project = cases["sgd"].New();
        Cancel(project, 2, 2);
        project.EditSpec("learning_rate: 0.01", "learning_rate: 0.011");
        var other = project.Run(StageKind.Train);
        Assert.DoesNotContain(other.Sink.Logs, text => text.StartsWith("Resuming", StringComparison.Ordinal));
        Assert.Equal(4, File.ReadAllLines(project[$"{Output}/training.csv"]).Length);
    }

    [Fact]
    public void Resume_never_starts_afresh()
    {
        using var project = cases["sgd"].New();
        Cancel(project, 2, 2);
        var again = TinyProject.Run(project.Request(StageKind.Train).WithOption("resume", "never"));
        Assert.DoesNotContain(again.Sink.Logs, text => text.StartsWith("Resuming", StringComparison.Ordinal));
        cases["sgd"].AssertSameAsUnbroken(project);
    }

    [Fact]
    public void Resume_require_fails_without_a_checkpoint_and_touches_nothing()
    {
        using var project = cases["sgd"].New();
        var request = project.Request(StageKind.Train).WithOption("resume", "require");
        var error = Assert.Throws<TaoException>(() => TinyProject.Run(request));
        Assert.Equal(EngineCodes.NothingToResume, Assert.Single(error.Diagnostics).Code);
        Assert.False(Directory.Exists(project[Output]));

        Cancel(project, 2, 2);
        Assert.Contains("Resuming after epoch 1, step 2.", TinyProject.Run(request).Sink.Logs);
        cases["sgd"].AssertSameAsUnbroken(project);
    }

    /// <summary>The token fires after the step; the run saves where it stands.</summary>
    private static void Cancel(TinyProject project, int epoch, int step)
    {
        using var source = new CancellationTokenSource();
        Assert.ThrowsAny<OperationCanceledException>(() => TinyProject.Run(
            project.Request(StageKind.Train), found => At(found, epoch, step, source.Cancel), source.Token));
    }

    /// <summary>The run ends after the step without a chance to save anything, as a killed process does.</summary>
    private static void Kill(TinyProject project, int epoch, int step) => Assert.Throws<KilledException>(() => TinyProject.Run(
        project.Request(StageKind.Train), found => At(found, epoch, step, () => throw new KilledException())));

    private static void At(EngineEvent found, int epoch, int step, Action action)
    {
        if (found is ProgressEvent progress && progress.Epoch == epoch && progress.Step == step)
            action();
    }

    private sealed class KilledException : Exception;
}
