using System.Diagnostics;

namespace Tao.Sdk.Tasks.Engine;

/// <summary>
/// How the engine is started: <c>dotnet tao.dll exec --attached request.json</c>, or a program of its own. Attached, it stops and leaves
/// a checkpoint when its input ends: so it also outlives no build that was killed.
/// </summary>
/// <param name="Program">An assembly (<c>.dll</c>) or an executable.</param>
/// <param name="DotNetHost">The <c>dotnet</c> that runs an assembly.</param>
/// <param name="Environment">Variables to set; those with an empty value are left as they are.</param>
internal sealed record EngineCommand(string Program, string DotNetHost, IReadOnlyDictionary<string, string> Environment)
{
    public ProcessStartInfo StartInfo(string requestFile, string workingDirectory)
    {
        var isAssembly = Program.EndsWith(".dll", StringComparison.OrdinalIgnoreCase);
        var info = new ProcessStartInfo(isAssembly ? DotNetHost : Program)
        {
            WorkingDirectory = workingDirectory,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
            UseShellExecute = false,
            CreateNoWindow = true,
        };
        if (isAssembly)
            info.ArgumentList.Add(Program);
        info.ArgumentList.Add("exec");
        info.ArgumentList.Add("--attached");
        info.ArgumentList.Add(requestFile);
        foreach (var (name, value) in Environment.Where(variable => variable.Value.Length > 0))
            info.Environment[name] = value;
        return info;
    }
}
