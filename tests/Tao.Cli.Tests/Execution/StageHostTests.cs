using System.Text.Json;
using Tao.Cli.Execution;
using Tao.Engine;
using Tao.Engine.Events;
using Tao.Engine.Jobs;
using Tao.Engine.Logs;
using Tao.Engine.Stages;
using Tao.Specs;

namespace Tao.Cli.Tests.Execution;

public sealed class StageHostTests : IDisposable
{
    private readonly CliWorld _world = new();

    public void Dispose() => _world.Dispose();

    [Fact]
    public void A_stage_that_finishes_exits_with_0_and_its_job_is_finished()
    {
        Assert.Equal(0, Exec());

        Assert.Equal(JobState.Finished, Job().State);
        Assert.Equal([StageStatus.Finished], Stages());
        Assert.Equal(RunStatus.Success, StatusLog.LastStatus(_world.Path("out/status.json")));
    }

    [Fact]
    public void Mistakes_of_the_user_exit_with_1_and_leave_no_output()
    {
        _world.Runner = (_, _, _) => throw new TaoException(
        [
            new Diagnostic("TAO1001", DiagnosticSeverity.Error, "No such field.", "Write n_epochs.", new SourceLocation("s.txt", 3, 5)),
            new Diagnostic("TAO1002", DiagnosticSeverity.Warning, "Odd.", null, null),
        ]);

        Assert.Equal(1, Exec());

        Assert.Equal(
            new DiagnosticEvent("TAO1001", "error", "No such field.", "Write n_epochs.", "s.txt", 3, 5),
            Events().OfType<DiagnosticEvent>().First());
        Assert.Equal([StageStatus.Failed], Stages());
        Assert.Equal((JobState.Failed, "No such field."), (Job().State, Job().Message));
        Assert.False(Directory.Exists(_world.Path("out")));
        Assert.DoesNotContain("   at ", _world.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void What_the_runner_has_published_itself_is_not_published_again()
    {
        var diagnostic = new Diagnostic("TAO1001", DiagnosticSeverity.Error, "No.", null, null);
        _world.Runner = (request, events, _) =>
        {
            events.Publish(DiagnosticEvent.From(diagnostic));
            events.Publish(new StageEvent(request.Stage, StageStatus.Failed));
            throw new TaoException(diagnostic);
        };

        Exec();

        Assert.Single(Events().OfType<DiagnosticEvent>());
        Assert.Single(Stages());
    }

    [Fact]
    public void A_bug_exits_with_2_prints_one_line_and_keeps_the_stack()
    {
        _world.Runner = (_, _, _) => throw new InvalidOperationException("broken\ntwice");

        Assert.Equal(2, Exec());

        var problem = Assert.Single(Events().OfType<DiagnosticEvent>());
        Assert.Equal(("TAO5299", "The engine failed: InvalidOperationException: broken twice"), (problem.Code, problem.Message));
        var log = File.ReadAllText(_world.Path("out/engine-error.log"));
        Assert.Contains("   at ", log, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", _world.Output, StringComparison.Ordinal);
        Assert.Equal(JobState.Failed, Job().State);
    }

    /// <summary>As .NET reports it on Windows, and on Linux for a full disk and a full quota.</summary>
    [Theory]
    [InlineData(unchecked((int)0x80070070))]
    [InlineData(28)]
    [InlineData(122)]
    public void A_full_disk_is_said_with_the_remedy(int code)
    {
        _world.Runner = (_, _, _) => throw new IOException("No space left on device : 'out/model.tlt.tmp'") { HResult = code };

        Assert.Equal(1, Exec());

        var said = Assert.Single(Events().OfType<DiagnosticEvent>());
        Assert.Equal("TAO5213", said.Code);
        Assert.Contains("Free some space", said.Remedy, StringComparison.Ordinal);
    }

    [Fact]
    public void A_place_that_cannot_be_written_to_is_the_users_to_put_right()
    {
        _world.Runner = (_, _, _) => throw new UnauthorizedAccessException("Access to 'out' is denied.");

        Assert.Equal(1, Exec());

        Assert.Equal("TAO5213", Assert.Single(Events().OfType<DiagnosticEvent>()).Code);
    }

    [Fact]
    public void A_stop_request_exits_with_130_and_ends_the_log()
    {
        _world.Runner = (request, events, cancellation) =>
        {
            events.Publish(new ProgressEvent("train", 1, 2, 1, 2));
            _world.Stop.Request();
            cancellation.ThrowIfCancellationRequested();
            throw new InvalidOperationException(request.Network);
        };

        Assert.Equal(130, Exec());

        Assert.Equal([StageStatus.Cancelled], Stages());
        Assert.Equal(JobState.Cancelled, Job().State);
        Assert.Equal(RunStatus.Failure, StatusLog.LastStatus(_world.Path("out/status.json")));
    }

    [Fact]
    public void A_cancellation_that_nobody_asked_for_is_a_bug()
    {
        _world.Runner = (_, _, _) => throw new OperationCanceledException();

        Assert.Equal(2, Exec());
    }

    [Fact]
    public void A_registry_that_cannot_be_written_is_a_warning_only()
    {
        _world.Write("state", "a file where the folder should be");

        Assert.Equal(0, Exec());

        Assert.Equal(("TAO5212", "warning"), Events().OfType<DiagnosticEvent>().Select(problem => (problem.Code, problem.Severity)).Single());
    }

    [Fact]
    public void The_job_shows_the_progress_while_it_runs()
    {
        JobRecord? seen = null;
        _world.Runner = (request, events, _) =>
        {
            events.Publish(new ProgressEvent("train", 2, 4, 1, 2, 30));
            seen = Job();
            return new StageResult { Stage = request.Stage, Network = request.Network, Fingerprint = "f" };
        };

        Exec();

        Assert.Equal((JobState.Running, 2, 30d), (seen!.State, seen.Progress!.Epoch, seen.Progress.EtaSeconds));
    }

    private int Exec()
    {
        var request = new StageRequest { Stage = StageKind.Train, Network = "classification", ProjectDirectory = _world.Folder, Spec = "s.txt", OutputDirectory = "out" };
        return _world.Tao("exec", _world.Write("request.json", request.ToJson()));
    }

    private JobRecord Job() => Assert.Single(_world.Jobs.Read().Jobs);

    private IEnumerable<StageStatus> Stages() => Events().OfType<StageEvent>().Select(stage => stage.Status);

    private List<EngineEvent> Events() =>
        [.. _world.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonSerializer.Deserialize<EngineEvent>(line, EngineJson.Line)!)];
}
