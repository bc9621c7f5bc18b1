using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Tao.Sdk.Tasks.Engine;

/// <summary>Asks the engine to stop: it then leaves a checkpoint and ends with code 130.</summary>
internal static class EngineSignals
{
    private const int Interrupt = 2;

    public static void RequestStop(Process engine)
    {
        if (!OperatingSystem.IsWindows())
            _ = Kill(engine.Id, Interrupt);
    }

    // .NET has no way to send a signal to another process.
    [DllImport("libc", EntryPoint = "kill")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Kill(int processId, int signal);
}
