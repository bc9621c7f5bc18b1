using System.Text.Json;
using Tao.Cli.Execution;
using Tao.Engine;
using Tao.Engine.Events;
using Tao.Engine.Logs;
using Tao.Engine.Stages;

namespace Tao.Cli.Tests.Execution;

/// <summary>Workers of real processes; a shell script stands in for the engine.</summary>
public sealed class WorkerLauncherTests : IDisposable
{
    private readonly CliWorld _world = new();
    private readonly List<EngineEvent> _events = [];

    public void Dispose() => _world.Dispose();

    [Fact]
    public void Events_arrive_as_they_were_sent_and_other_output_as_text()
    {
        var progress = new ProgressEvent("train", 1, 2, 3, 4, 5.5);
        var script = $"read request; echo '{JsonSerializer.Serialize<EngineEvent>(progress, EngineJson.Line)}'; echo 'native noise'; exit 1";

        Assert.Equal(1, Launch(script));

        Assert.Equal([progress, new LogEvent("native noise")], _events);
    }

    [Fact]
    public void The_worker_gets_the_request_in_one_line()
    {
        Launch("read -r request; printf '%s' \"$request\" > received.json");

        Assert.Equal(Request.OutputDirectory, StageRequest.Parse(File.ReadAllText(_world.Path("received.json"))).OutputDirectory);
    }

    [Fact]
    public void What_it_prints_as_errors_is_passed_on() =>
        Assert.Equal(new LogEvent("libtorch says"), Assert.Single(Published("read request; echo 'libtorch says' >&2")));

    [Fact]
    public void A_worker_that_is_killed_ends_in_one_clear_line_and_a_final_record()
    {
        new StatusLog(_world.Path("out/status.json"), _world.Clock).Append(new StatusLine(RunStatus.Running, "epoch 3"));

        Assert.Equal(2, Launch("read request; kill -9 $$"));

        var problem = Assert.Single(_events.OfType<DiagnosticEvent>());
        Assert.Equal(("TAO5211", "The engine process died (signal 9)."), (problem.Code, problem.Message));
        Assert.Contains("out of memory", problem.Remedy, StringComparison.Ordinal);
        Assert.Equal(StageStatus.Failed, Assert.Single(_events.OfType<StageEvent>()).Status);
        Assert.Equal(RunStatus.Failure, StatusLog.LastStatus(_world.Path("out/status.json")));
    }

    [Fact]
    public void A_stop_request_interrupts_the_worker_and_its_exit_code_counts()
    {
        _events.Clear();
        var script = "trap 'exit 130' INT; read request; echo ready; while :; do sleep 0.05; done";

        Assert.Equal(130, Launch(script, onEvent: _ => _world.Stop.Request()));
    }

    [Fact]
    public void A_second_stop_request_ends_a_worker_that_does_not_listen()
    {
        new StatusLog(_world.Path("out/status.json"), _world.Clock).Append(new StatusLine(RunStatus.Running, "epoch 3"));
        var script = "trap 'echo busy' INT TERM; read request; echo ready; while :; do sleep 0.05; done";

        Assert.Equal(130, Launch(script, onEvent: _ => _world.Stop.Request()));

        Assert.Equal(StageStatus.Cancelled, Assert.Single(_events.OfType<StageEvent>()).Status);
        Assert.Equal(RunStatus.Failure, StatusLog.LastStatus(_world.Path("out/status.json")));
    }

    [Fact]
    public void A_worker_that_ends_before_it_reads_is_judged_by_its_exit_code() => Assert.Equal(1, Launch("exit 1"));

    private StageRequest Request => new()
    {
        Stage = StageKind.Train,
        Network = "classification",
        ProjectDirectory = _world.Folder,
        Spec = "s.txt",
        OutputDirectory = _world.Path("out"),
    };

    private List<EngineEvent> Published(string script)
    {
        Launch(script);
        return _events;
    }

    private int Launch(string script, Action<EngineEvent>? onEvent = null)
    {
        var command = new WorkerCommand("sh", ["-c", $"cd '{_world.Folder}'; {script}"]);
        return new WorkerLauncher(command, _world.Clock).Launch(Request, new ActionSink(Publish), _world.Stop);

        void Publish(EngineEvent engineEvent)
        {
            lock (_events)
                _events.Add(engineEvent);
            onEvent?.Invoke(engineEvent);
        }
    }

    private sealed class ActionSink(Action<EngineEvent> action) : IEventSink
    {
        public void Publish(EngineEvent engineEvent) => action(engineEvent);
    }
}
