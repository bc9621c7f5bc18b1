using System.Runtime.InteropServices;

namespace Tao.Engine.Jobs;

/// <summary>Sends a process of this user the signal on which the engine stops gracefully.</summary>
public static class ProcessSignal
{
    private const int SigInt = 2;
    private const int SigTerm = 15;

    public static StopOutcome Interrupt(ProcessIdentity process)
    {
        if (OperatingSystem.IsWindows())
            return StopOutcome.NotSupported;
        if (!process.IsAlive())
            return StopOutcome.NotRunning;
        if (OperatingSystem.IsLinux() && ProcFile.UserId(process.Pid) != ProcFile.UserId(Environment.ProcessId))
            return StopOutcome.NotOurs;
        // A script's background jobs are started with SIGINT ignored (POSIX shell, 2.11); SIGTERM means the same to the engine.
        var signal = OperatingSystem.IsLinux() && ProcFile.Ignores(process.Pid, SigInt) ? SigTerm : SigInt;
        if (Kill(process.Pid, signal) == 0)
            return StopOutcome.Asked;
        const int NotPermitted = 1;
        return Marshal.GetLastPInvokeError() == NotPermitted ? StopOutcome.NotOurs : StopOutcome.NotRunning;
    }

    [DllImport("libc", EntryPoint = "kill", SetLastError = true)]
    private static extern int Kill(int pid, int signal);
}
