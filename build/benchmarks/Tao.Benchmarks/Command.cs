using System.ComponentModel;
using System.Diagnostics;

namespace Tao.Benchmarks;

/// <summary>Other programs, as a user's shell runs them.</summary>
internal static class Command
{
    public static bool Exists(string program)
    {
        try
        {
            Run(Path.GetTempPath(), program, "--version");
            return true;
        }
        catch (Win32Exception)
        {
            return false;
        }
    }

    /// <exception cref="InvalidOperationException">It ended with another code than 0.</exception>
    public static void Run(string folder, string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = folder };
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"{program} {string.Join(' ', arguments)} gave {process.ExitCode}: {output}{errors.Result}");
    }
}
