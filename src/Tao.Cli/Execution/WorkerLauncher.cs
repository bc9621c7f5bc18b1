using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Tao.Engine;
using Tao.Engine.Events;
using Tao.Engine.Jobs;
using Tao.Engine.Logs;
using Tao.Engine.Stages;

namespace Tao.Cli.Execution;

/// <summary>
/// Runs a stage in a process of its own, so that a crash of native code, or the system's out-of-memory killer, still ends in a clear
/// line, a final record in <c>status.json</c> and an exit code.
/// </summary>
internal sealed class WorkerLauncher(WorkerCommand command, TimeProvider clock) : IStageLauncher
{
    public int Launch(StageRequest request, IEventSink events, StopSignal stop)
    {
        using var worker = Start();
        using var graceful = stop.Graceful.Register(() => Interrupt(worker));
        using var atOnce = stop.AtOnce.Register(() => worker.Kill(entireProcessTree: true));
        var errors = Task.Run(() => PassOn(worker.StandardError, line => events.Publish(new LogEvent(line))));
        Send(worker, JsonSerializer.Serialize(request, EngineJson.Line));
        PassOn(worker.StandardOutput, line => events.Publish(Read(line)));
        worker.WaitForExit();
        errors.Wait(CancellationToken.None);
        return worker.ExitCode is ExitCode.Success or ExitCode.UserError or ExitCode.Bug or ExitCode.Cancelled
            ? worker.ExitCode
            : Died(request, events, stop, worker.ExitCode);
    }

    private Process Start()
    {
        var start = new ProcessStartInfo(command.FileName, command.Arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        return Process.Start(start) ?? throw new InvalidOperationException($"'{command.FileName}' did not start.");
    }

    // The pipe stays open: its end tells the worker that this process is gone.
    private static void Send(Process worker, string request)
    {
        try
        {
            worker.StandardInput.WriteLine(request);
            worker.StandardInput.Flush();
        }
        catch (IOException) when (worker.WaitForExit(TimeSpan.FromSeconds(5)))
        {
            // It ended before it read; its exit code is judged like any other.
        }
    }

    // A terminal sends Ctrl-C to both processes; the worker takes a second signal as the same request.
    private static void Interrupt(Process worker)
    {
        if (ProcessIdentity.Of(worker.Id) is { } identity)
            ProcessSignal.Interrupt(identity);
    }

    private static void PassOn(StreamReader reader, Action<string> publish)
    {
        while (reader.ReadLine() is { } line)
            publish(line);
    }

    private static EngineEvent Read(string line)
    {
        try
        {
            return JsonSerializer.Deserialize<EngineEvent>(line, EngineJson.Line) ?? new LogEvent(line);
        }
        catch (JsonException)
        {
            // Native libraries print to the standard output too.
            return new LogEvent(line);
        }
    }

    private int Died(StageRequest request, IEventSink events, StopSignal stop, int exitCode)
    {
        var cause = exitCode > 128
            ? string.Create(CultureInfo.InvariantCulture, $"signal {exitCode - 128}")
            : string.Create(CultureInfo.InvariantCulture, $"exit code {exitCode}");
        StatusLog.CloseAfterDeath(Path.Combine(request.FullOutputDirectory, StatusLog.FileName), clock, $"The engine process died ({cause}).");
        if (stop.AtOnce.IsCancellationRequested)
        {
            events.Publish(new StageEvent(request.Stage, StageStatus.Cancelled, "stopped at once, without a new checkpoint"));
            return ExitCode.Cancelled;
        }
        const int Killed = 128 + 9;
        var remedy = exitCode == Killed
            ? "The system may have run out of memory: try a smaller batch size. Run the same command again to resume."
            : "Run the same command again to resume; 'tao doctor' checks the installation.";
        events.Publish(new DiagnosticEvent(CliCodes.EngineDied, "error", $"The engine process died ({cause}).", remedy, null, null, null));
        events.Publish(new StageEvent(request.Stage, StageStatus.Failed, $"the engine process died ({cause})"));
        return ExitCode.Bug;
    }
}
