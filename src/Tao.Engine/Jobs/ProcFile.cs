using System.Globalization;

namespace Tao.Engine.Jobs;

/// <summary>What Linux tells about a process in <c>/proc</c> (proc_pid_stat(5), proc_pid_status(5)).</summary>
internal static class ProcFile
{
    /// <summary>The fields of <c>stat</c> from the third, the state, on; null when the process is gone.</summary>
    public static string[]? StatFields(int pid)
    {
        var text = Read(pid, "stat");
        // 4711 (a name) with) spaces) S 1 4711 ...: only the last parenthesis ends the name.
        var end = text?.LastIndexOf(')') ?? -1;
        return end < 0 ? null : text![(end + 1)..].Split(' ', StringSplitOptions.RemoveEmptyEntries);
    }

    /// <summary>The real user id that owns the process; null when the process is gone.</summary>
    public static string? UserId(int pid) => StatusValue(pid, "Uid:")?.Split('\t', StringSplitOptions.RemoveEmptyEntries)[0];

    public static bool Ignores(int pid, int signal)
    {
        var mask = StatusValue(pid, "SigIgn:");
        return mask is not null
            && ulong.TryParse(mask, NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var bits)
            && (bits >> (signal - 1) & 1) == 1;
    }

    private static string? StatusValue(int pid, string key) => Read(pid, "status")?
        .Split('\n')
        .FirstOrDefault(line => line.StartsWith(key, StringComparison.Ordinal))?[key.Length..].Trim();

    private static string? Read(int pid, string file)
    {
        try
        {
            return File.ReadAllText(string.Create(CultureInfo.InvariantCulture, $"/proc/{pid}/{file}"));
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
