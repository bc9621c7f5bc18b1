using System.Diagnostics;
using System.Text;

namespace Tao.Sdk.Tests.Builds;

/// <summary>Runs the <c>dotnet</c> command as a user's shell would.</summary>
internal static class DotNet
{
    public static async Task<BuildOutcome> RunAsync(string directory, IEnumerable<string> arguments, CancellationToken cancellation)
    {
        using var process = Start(directory, arguments);
        return await FinishAsync(process, _ => { }, cancellation);
    }

    public static Process Start(string directory, IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo("dotnet", arguments)
        {
            WorkingDirectory = directory,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
        };
        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        start.Environment["DOTNET_NOLOGO"] = "1";

        // The jobs of tests are none of this user's, and neither are their results: what a test wants to run must not come from anywhere.
        start.Environment["XDG_STATE_HOME"] = Path.Combine(AppContext.BaseDirectory, "state");
        start.Environment["TAO_CACHE"] = "off";

        // The test runner is itself started by a build, whose settings are not for these builds.
        foreach (string name in start.Environment.Keys.Where(name => name.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase)).ToList())
            start.Environment.Remove(name);
        return Process.Start(start)!;
    }

    /// <param name="onLine">Called for each line of standard output as it comes.</param>
    public static async Task<BuildOutcome> FinishAsync(Process process, Action<string> onLine, CancellationToken cancellation)
    {
        var errors = process.StandardError.ReadToEndAsync(cancellation);
        var output = new StringBuilder();
        while (await process.StandardOutput.ReadLineAsync(cancellation) is { } line)
        {
            output.AppendLine(line);
            onLine(line);
        }
        await process.WaitForExitAsync(cancellation);
        output.Append(await errors);
        return new BuildOutcome(process.ExitCode, output.ToString());
    }
}
