using System.Collections.Immutable;
using Tao.Cli.Parsing;

namespace Tao.Cli.SubTasks;

/// <summary>The flags that all of TAO's sub-tasks take, before or after their name.</summary>
internal static class CommonFlags
{
    public static Flag Gpus { get; } = new("--gpus", FlagKind.Integer, "How many GPUs to train on.") { Default = "1", ValueName = "N" };

    public static Flag GpuIndex { get; } = new("--gpu_index", FlagKind.List, "Which GPUs, by index; as many as --gpus.") { ValueName = "I" };

    public static Flag LogFile { get; } = new("--log_file", FlagKind.Text, "Append all output to this file as well.") { ValueName = "FILE" };

    public static Flag Key { get; } = new("--key", FlagKind.Text, "Key of encrypted models.")
    {
        Aliases = ["-k"],
        Default = "",
        ValueName = "KEY",
        NoEffect = "models are plain .tlt and .onnx files here, never encrypted.",
    };

    public static Flag Verbose { get; } = new("--verbose", FlagKind.Switch, "More output.")
    {
        Aliases = ["-v"],
        NoEffect = "every run prints its progress, metrics and artifacts.",
    };

    public static Flag ResultsFolder { get; } = new("--results_dir", FlagKind.Text, "Folder for the results and status.json; by default FILE.results beside the output.")
    {
        Aliases = ["-r"],
        ValueName = "DIR",
    };

    public static ImmutableArray<Flag> All { get; } =
    [
        Gpus,
        GpuIndex,
        LogFile,
        NoEffect("--use_amp", FlagKind.Switch, "training computes in fp32."),
        NoEffect("--num_processes", FlagKind.Integer, "one process does all the work.", "-np"),
        NoEffect("--multi-node", FlagKind.Switch, "a run uses one machine."),
        NoEffect("--mpirun-arg", FlagKind.Text, "MPI is not used."),
        NoEffect("--launch_cuda_blocking", FlagKind.Switch, "set the environment variable CUDA_LAUNCH_BLOCKING=1 instead."),
    ];

    public static Flag NoEffect(string name, FlagKind kind, string reason, params string[] aliases) =>
        new(name, kind, "") { Aliases = [.. aliases], NoEffect = reason };
}
