using System.Globalization;
using Tao.Cli.Rendering;
using Tao.Specs;

namespace Tao.Cli.Setup;

/// <summary>Looks at all that the engine needs from the machine.</summary>
internal sealed class Doctor(CliContext context)
{
    private const long Gibibyte = 1L << 30;
    private const string SetUp = "Run './build/build.sh Setup' in the SDK's folder, or install the tool again.";

    public IReadOnlyList<CheckResult> Examine() =>
    [
        .. NativeLibraryProbe.All.Select(Library),
        Threads(),
        Memory(GC.GetGCMemoryInfo().TotalAvailableMemoryBytes),
        Disk("disk, working folder", context.WorkingDirectory),
        Disk("disk, temporary files", Path.GetTempPath()),
        Writable("job registry", context.Jobs.Folder, "Set XDG_STATE_HOME to a folder that you may write to."),
        Writable("temporary files", Path.GetTempPath(), "Set TMPDIR to a folder that you may write to."),
        Mounts(),
    ];

    private CheckResult Library(NativeLibraryProbe probe)
    {
        var state = probe.Probe(context.Environment);
        return state.Problem is null
            ? new CheckResult(state.Component, CheckState.Ok, $"{state.Version ?? "of unknown version"} ({state.Path})")
            : new CheckResult(state.Component, CheckState.Problem, state.Problem, SetUp);
    }

    private CheckResult Threads()
    {
        const string Variable = "OMP_NUM_THREADS";
        var cores = Environment.ProcessorCount;
        var detail = string.Create(CultureInfo.InvariantCulture, $"{cores} cores");
        if (context.Environment(Variable) is not { Length: > 0 } setting)
            return new CheckResult("threads", CheckState.Ok, detail);
        detail = $"{detail}, {Variable}={setting}";
        return int.TryParse(setting, NumberStyles.None, CultureInfo.InvariantCulture, out var threads) && threads >= 1 && threads <= cores
            ? new CheckResult("threads", CheckState.Ok, detail)
            : new CheckResult("threads", CheckState.Warning, detail, string.Create(CultureInfo.InvariantCulture, $"Unset {Variable}, or set it to 1 to {cores}."));
    }

    internal static CheckResult Memory(long bytes) => bytes >= 2 * Gibibyte
        ? new CheckResult("memory", CheckState.Ok, Quantity.Bytes(bytes))
        : new CheckResult("memory", CheckState.Warning, Quantity.Bytes(bytes), "Training may run out of memory: use a small batch_size_per_gpu.");

    private static CheckResult Disk(string name, string folder)
    {
        var free = new DriveInfo(Path.GetFullPath(folder)).AvailableFreeSpace;
        return DiskSpace(name, free);
    }

    internal static CheckResult DiskSpace(string name, long free) => free switch
    {
        < Gibibyte / 10 => new CheckResult(name, CheckState.Problem, $"{Quantity.Bytes(free)} free", "Free some space: checkpoints will not fit."),
        < Gibibyte => new CheckResult(name, CheckState.Warning, $"{Quantity.Bytes(free)} free", "Free some space: a run with checkpoints may need more than a GiB."),
        _ => new CheckResult(name, CheckState.Ok, $"{Quantity.Bytes(free)} free"),
    };

    internal static CheckResult Writable(string name, string folder, string remedy)
    {
        var probe = Path.Combine(folder, $".tao-doctor.{Environment.ProcessId}.tmp");
        try
        {
            Directory.CreateDirectory(folder);
            File.WriteAllText(probe, "");
            File.Delete(probe);
            return new CheckResult(name, CheckState.Ok, folder);
        }
        catch (Exception unwritable) when (unwritable is IOException or UnauthorizedAccessException)
        {
            return new CheckResult(name, CheckState.Problem, unwritable.Message, remedy);
        }
    }

    private CheckResult Mounts()
    {
        var bag = new DiagnosticBag();
        var map = PathMap.Load(context.WorkingDirectory, [], context.Environment, context.Environment("HOME"), bag);
        if (bag.Items.FirstOrDefault(item => item.Severity == DiagnosticSeverity.Error) is { } error)
            return new CheckResult("spec mounts", CheckState.Problem, error.Message, error.Remedy);
        var missing = map.Mounts.Where(mount => !Directory.Exists(mount.Source)).Select(mount => mount.Source).ToArray();
        return missing.Length > 0
            ? new CheckResult("spec mounts", CheckState.Warning, $"no folder {string.Join(", ", missing)}", $"Correct the sources in {PathMap.FileName}.")
            : new CheckResult("spec mounts", CheckState.Ok, map.Mounts.Count == 0 ? "none" : $"{map.Mounts.Count} of {PathMap.FileName}");
    }
}
