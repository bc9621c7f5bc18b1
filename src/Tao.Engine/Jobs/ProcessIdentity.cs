using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;

namespace Tao.Engine.Jobs;

/// <summary>
/// A process id together with when that process started, because ids are used again: after a restart, or in another
/// container, the same number names a stranger.
/// </summary>
/// <param name="Start">Opaque; equal for the same process only.</param>
public sealed record ProcessIdentity(int Pid, string Start)
{
    private const string BootIdFile = "/proc/sys/kernel/random/boot_id";

    public static ProcessIdentity Current { get; } = Of(Environment.ProcessId) ?? new ProcessIdentity(Environment.ProcessId, "");

    /// <summary>Null when no live process has this id.</summary>
    public static ProcessIdentity? Of(int pid) => OperatingSystem.IsLinux() ? OfLinux(pid) : OfOther(pid);

    public bool IsAlive() => Of(Pid) == this;

    // The kernel's own tick count since boot is exact; Process.StartTime is computed from it and the wall clock, and moves when
    // the clock is set.
    private static ProcessIdentity? OfLinux(int pid)
    {
        var fields = ProcFile.StatFields(pid);
        const int State = 0, StartTime = 19;
        if (fields is null || fields.Length <= StartTime || fields[State] is "Z" or "X")
            return null;
        var boot = File.Exists(BootIdFile) ? File.ReadAllText(BootIdFile).Trim() : "";
        return new ProcessIdentity(pid, $"{boot}:{fields[StartTime]}");
    }

    private static ProcessIdentity? OfOther(int pid)
    {
        try
        {
            using var process = Process.GetProcessById(pid);
            return new ProcessIdentity(pid, process.StartTime.ToUniversalTime().Ticks.ToString(CultureInfo.InvariantCulture));
        }
        catch (Exception gone) when (gone is ArgumentException or InvalidOperationException or Win32Exception)
        {
            return null;
        }
    }
}
