using System.Collections.Immutable;

namespace Tao.Cli.Execution;

/// <summary>How to start the engine as another process.</summary>
internal sealed record WorkerCommand(string FileName, ImmutableArray<string> Arguments)
{
    /// <summary>This program again, with <c>exec</c>.</summary>
    public static WorkerCommand OfThisProgram(Func<string, string?> environment)
    {
        var self = Environment.ProcessPath ?? "";
        if (Path.GetFileNameWithoutExtension(self).Equals("tao", StringComparison.OrdinalIgnoreCase))
            return new WorkerCommand(self, ["exec", "-", "--attached"]);
        var host = environment("DOTNET_HOST_PATH") is { Length: > 0 } path ? path : "dotnet";
        return new WorkerCommand(host, [Path.Combine(AppContext.BaseDirectory, "tao.dll"), "exec", "-", "--attached"]);
    }
}
