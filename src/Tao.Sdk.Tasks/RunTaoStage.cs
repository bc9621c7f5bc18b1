using System.ComponentModel;
using System.Diagnostics;
using System.Text;
using Microsoft.Build.Framework;
using Tao.Sdk.Tasks.Engine;
using Tao.Sdk.Tasks.Files;
using Task = Microsoft.Build.Utilities.Task;

namespace Tao.Sdk.Tasks;

/// <summary>
/// Runs one stage in the engine's own process and reports what it says. A build that is cancelled asks the engine to leave a
/// checkpoint, waits for it, and only then ends the process.
/// </summary>
public sealed class RunTaoStage : Task, ICancelableTask
{
    private const int UserFault = 1;
    private const int Bug = 2;
    private const int Cancelled = 130;
    private readonly CancellationTokenSource _cancellation = new();
    private readonly StringBuilder _standardError = new();

    [Required]
    public string Stage { get; set; } = "";

    [Required]
    public string ProjectDirectory { get; set; } = "";

    /// <summary>Where mistakes in properties and items are shown; the task itself stands in a file of the SDK.</summary>
    [Required]
    public string ProjectFile { get; set; } = "";

    [Required]
    public string RequestFile { get; set; } = "";

    [Required]
    public string OutputDirectory { get; set; } = "";

    /// <summary>Written after the stage; see <see cref="StageStamp"/>.</summary>
    [Required]
    public string StampFile { get; set; } = "";

    [Required]
    public string EngineCommand { get; set; } = "";

    /// <summary>Variables of the engine's environment with the metadata <c>Value</c>; an empty value leaves a variable as it is.</summary>
    public ITaskItem[] EngineEnvironment { get; set; } = [];

    public string DotNetHost { get; set; } = "dotnet";

    /// <summary>How long a cancelled engine may take to write its checkpoint before it is killed.</summary>
    public int CancelTimeoutSeconds { get; set; } = 120;

    public void Cancel() => _ = _cancellation.CancelAsync();

    public override bool Execute()
    {
        var environment = EngineEnvironment.ToDictionary(item => item.ItemSpec, item => item.GetMetadata("Value"));
        var engine = new EngineCommand(EngineCommand, string.IsNullOrEmpty(DotNetHost) ? "dotnet" : DotNetHost, environment);
        var events = new EventTranslator(Log, Stage, ProjectDirectory, ProjectFile);
        AtomicFile.Remove(StampFile);
        try
        {
            (BuildEngine as IBuildEngine3)?.Yield();
            return Succeeded(Run(engine, events), events);
        }
        catch (Win32Exception e)
        {
            LogError("TAO5101", $"The engine '{engine.Program}' could not be started: {e.Message}. Restore the project again, or correct TaoEngineCommand.");
            return false;
        }
        finally
        {
            (BuildEngine as IBuildEngine3)?.Reacquire();
            _cancellation.Dispose();
        }
    }

    private int Run(EngineCommand engine, EventTranslator events)
    {
        using var process = new Process { StartInfo = engine.StartInfo(RequestFile, ProjectDirectory) };
        process.ErrorDataReceived += (_, line) => AppendError(line.Data);
        process.Start();
        process.BeginErrorReadLine();
        using var stop = _cancellation.Token.Register(() => Stop(process));
        while (process.StandardOutput.ReadLine() is { } line)
            events.Translate(line);
        events.Flush();
        process.WaitForExit();
        return process.ExitCode;
    }

    private void Stop(Process process)
    {
        try
        {
            Log.LogMessage(MessageImportance.High, "{0}: cancelled, waiting for the checkpoint.", Stage);
            process.StandardInput.Close();
            if (!process.WaitForExit(TimeSpan.FromSeconds(CancelTimeoutSeconds)))
                process.Kill(entireProcessTree: true);
        }
        catch (InvalidOperationException)
        {
            Log.LogMessage(MessageImportance.Low, "{0}: the engine had ended before it could be cancelled.", Stage);
        }
    }

    private bool Succeeded(int exitCode, EventTranslator events)
    {
        if (exitCode == 0 && File.Exists(Path.Combine(OutputDirectory, StageStamp.ResultFileName)))
        {
            StageStamp.Write(StampFile, OutputDirectory, RequestFile);
            return true;
        }

        switch (exitCode)
        {
            case UserFault or Bug when events.HasLoggedError:
                break;
            case Cancelled:
                LogError("TAO5104", $"{Stage} was cancelled. The next build goes on from its checkpoint.");
                break;
            default:
                LogFailure(exitCode);
                break;
        }

        return false;
    }

    private void LogFailure(int exitCode)
    {
        var logFile = Path.ChangeExtension(StampFile, ".error.log");
        lock (_standardError)
            AtomicFile.Write(logFile, $"{Stage}: exit code {exitCode}\n{_standardError}");
        var reason = exitCode switch
        {
            0 => "ended without a result",
            > 128 and < 192 => $"was ended by signal {exitCode - 128}",
            _ => $"failed with exit code {exitCode}",
        };
        LogError("TAO5102", $"The engine {reason} in {Stage}. This is not a mistake in your project; the details are in '{logFile}'.");
    }

    private void AppendError(string? line)
    {
        if (line is null)
            return;
        lock (_standardError)
            _standardError.Append(line).Append('\n');
        Log.LogMessage(MessageImportance.Low, "{0}", line);
    }

    private void LogError(string code, string message) =>
        Log.LogError(null, code, code, ProjectFile, 0, 0, 0, 0, "{0}", message);
}
