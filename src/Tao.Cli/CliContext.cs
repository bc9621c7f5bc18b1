using System.Collections.Immutable;
using Tao.Cli.Execution;
using Tao.Engine.Jobs;

namespace Tao.Cli;

/// <summary>The world as the commands see it; tests give another one.</summary>
internal sealed record CliContext
{
    public required Terminal Terminal { get; init; }

    public required TextReader Input { get; init; }

    public required string WorkingDirectory { get; init; }

    public required Func<string, string?> Environment { get; init; }

    public required TimeProvider Clock { get; init; }

    /// <summary>The network catalogue.</summary>
    public required ImmutableArray<NetworkCard> Networks { get; init; }

    /// <summary>Runs a stage for <c>tao NETWORK SUB-TASK</c>.</summary>
    public required IStageLauncher Launcher { get; init; }

    /// <summary>Runs a stage inside this process, for <c>tao exec</c>.</summary>
    public required StageHost Host { get; init; }

    public required JobRegistry Jobs { get; init; }

    /// <summary>Says when to stop.</summary>
    public required StopSignal Stop { get; init; }

    public string FullPath(string path) => Path.GetFullPath(path, WorkingDirectory);
}
