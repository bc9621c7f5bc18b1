using Tao.Engine.Events;
using Tao.Engine.Jobs;
using Tao.Engine.Logs;
using Tao.Engine.Setup;
using Tao.Engine.Stages;
using Tao.Specs;

namespace Tao.Cli.Execution;

/// <summary>
/// Runs a stage in this process with everything around it: its job entry, its <c>status.json</c>, and an exit code for every way it
/// can end.
/// </summary>
internal sealed class StageHost(StageRun run, JobRegistry jobs, TimeProvider clock) : IStageLauncher
{
    public const string ErrorLogName = "engine-error.log";

    // Windows' ERROR_DISK_FULL as an HRESULT; elsewhere .NET gives errno as it is: ENOSPC, and EDQUOT of Linux.
    private static readonly int[] _diskFull = [unchecked((int)0x80070070), 28, 122];

    public int Launch(StageRequest request, IEventSink events, StopSignal stop) => Run(request, events, stop.Graceful);

    public int Run(StageRequest request, IEventSink events, CancellationToken cancellation)
    {
        using var job = BeginJob(request, events);
        var status = new StatusLogSink(Path.Combine(request.FullOutputDirectory, StatusLog.FileName), clock);
        var sink = new OutcomeSink(job is null ? new CompositeSink(status, events) : new CompositeSink(new JobSink(job), status, events));
        var (code, state, message) = RunToEnd(request, sink, cancellation);
        job?.End(state, message);
        return code;
    }

    private (int Code, JobState State, string? Message) RunToEnd(StageRequest request, OutcomeSink sink, CancellationToken cancellation)
    {
        try
        {
            run(request, sink, cancellation);
            sink.End(request.Stage, StageStatus.Finished, null);
            return (ExitCode.Success, JobState.Finished, null);
        }
        catch (TaoException mistake)
        {
            foreach (var diagnostic in mistake.Diagnostics)
                sink.Publish(DiagnosticEvent.From(diagnostic));
            return Fail(request, sink, ExitCode.UserError, mistake.Diagnostics.FirstOrDefault(item => item.Severity == DiagnosticSeverity.Error)?.Message);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            sink.End(request.Stage, StageStatus.Cancelled, null);
            return (ExitCode.Cancelled, JobState.Cancelled, null);
        }
        catch (Exception exception) when (exception is UnauthorizedAccessException || (exception is IOException && _diskFull.Contains(exception.HResult)))
        {
            Report(sink, CliCodes.CannotWrite, exception.Message, "Free some space, or choose an output folder that you may write to.");
            return Fail(request, sink, ExitCode.UserError, exception.Message);
        }
        catch (Exception fault) when (NativeFault.MessageIn(fault) is { } missing)
        {
            Report(sink, CliCodes.NativeLibraryMissing, missing.ReplaceLineEndings(" "), "'tao doctor' checks the installation.");
            return Fail(request, sink, ExitCode.UserError, missing.ReplaceLineEndings(" "));
        }
        catch (Exception bug)
        {
            Report(sink, CliCodes.InternalError, $"The engine failed: {OneLine(bug)}", WriteErrorLog(request, bug));
            return Fail(request, sink, ExitCode.Bug, OneLine(bug));
        }
    }

    private static (int, JobState, string?) Fail(StageRequest request, OutcomeSink sink, int code, string? message)
    {
        sink.End(request.Stage, StageStatus.Failed, message);
        return (code, JobState.Failed, message);
    }

    private JobHandle? BeginJob(StageRequest request, IEventSink events)
    {
        try
        {
            return jobs.Begin(request);
        }
        catch (Exception unavailable) when (unavailable is IOException or UnauthorizedAccessException)
        {
            events.Publish(new DiagnosticEvent(
                CliCodes.RegistryUnavailable, "warning", $"'tao list' will not show this job: {unavailable.Message}",
                "Set XDG_STATE_HOME to a folder that you may write to.", null, null, null));
            return null;
        }
    }

    private static void Report(OutcomeSink sink, string code, string message, string? remedy) =>
        sink.Publish(new DiagnosticEvent(code, "error", message, remedy, null, null, null));

    /// <summary>Returns the sentence that says where the log is.</summary>
    private static string WriteErrorLog(StageRequest request, Exception bug)
    {
        var path = Path.Combine(request.FullOutputDirectory, ErrorLogName);
        try
        {
            Directory.CreateDirectory(request.FullOutputDirectory);
            File.WriteAllText(path, $"{bug}{Environment.NewLine}{Environment.NewLine}{request.ToJson()}{Environment.NewLine}");
            return $"This is a bug; please report it with '{path}'.";
        }
        catch (Exception unwritable) when (unwritable is IOException or UnauthorizedAccessException)
        {
            return $"This is a bug; its details could not be written to '{path}': {unwritable.Message}";
        }
    }

    private static string OneLine(Exception exception) => $"{exception.GetType().Name}: {exception.Message.ReplaceLineEndings(" ")}";
}
