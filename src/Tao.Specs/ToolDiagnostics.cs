using System.Collections.Immutable;

namespace Tao.Specs;

/// <summary>The codes of the engine's requests (TAO50xx), the build (TAO51xx), the command line (TAO52xx), the cache (TAO53xx) and the set-up (TAO6xxx).</summary>
internal static class ToolDiagnostics
{
    public static ImmutableArray<DiagnosticDescriptor> Build { get; } =
    [
        new("TAO5001", "The request is incomplete", "The stage was not told everything it needs.", "Run the stages before it, or name the file on the command line."),
        new("TAO5002", "The output folder is in use", "Another engine is at work in it.", "Wait for it, stop it with 'tao stop', or use another folder."),
        new("TAO5003", "There is no such network", "The name is misspelt, or this version of the SDK does not have the network.", "Use a name that 'tao info' lists."),
        new("TAO5004", "An option has a bad value", "The value is not a number, out of range, or not one of the names allowed.", "Give a value as the message says."),
        new("TAO5009", "The device is in use", "Another process of yours computes on it, and when_busy says to fail.", "Wait for it, stop it with 'tao stop', use another device, or set when_busy (in a project TaoWhenBusy) to wait or share."),
        new("TAO5101", "The engine could not be started", "The program that the build runs is missing or may not be executed.", "Restore the project again, or correct TaoEngineCommand."),
        new("TAO5102", "The engine failed", "It ended in a way that no mistake in a project explains.", "Report it with the log file that the message names."),
        new("TAO5104", "The stage was cancelled", "Its checkpoint was kept.", "Build again to go on from it."),
        new("TAO5105", "A property of the project has a bad value", "The build could not make a request of it.", "Write a value as the message says."),
        new("TAO5106", "The project's spec is missing", "The project names no spec, or a file that does not exist.", "Set TaoSpec to the spec's path."),
        new("TAO5107", "A dataset folder of the project is missing", "A TaoDataset item names a folder that does not exist.", "Correct the item, or let a TaoGenerator make the folder."),
        new("TAO5108", "The project's stages do not fit together", "A stage is switched on without the one that makes its input.", "Add the stage that the message names to TaoStages."),
        new("TAO5109", "The model cannot be packed", "Its typed class was not compiled.", "Do as the message says, then pack again."),
        new("TAO5110", "The model's references cannot be used", "A ProjectReference is no model or missing, or there are several and nothing says from whose training this one starts.", "Correct the ProjectReference, or set TaoPretrainedModel."),
    ];

    public static ImmutableArray<DiagnosticDescriptor> CommandLine { get; } =
    [
        new("TAO5201", "There is no such command", "The network or sub-task is misspelt.", "Use the name that the message suggests; 'tao --help' lists all."),
        new("TAO5202", "There is no such flag", "The flag is misspelt, or belongs to another sub-task.", "Use the name that the message suggests; --help lists all."),
        new("TAO5203", "A required flag is missing", "The sub-task cannot run without it.", "Add the flag."),
        new("TAO5204", "A flag has a bad value", "The value has the wrong form or is out of range.", "Give a value as the message says."),
        new("TAO5205", "The request file cannot be used", "It is missing, or not a request as the build writes it.", "Let the build write the file again."),
        new("TAO5206", "A flag has no effect", "TAO has the flag; here there is nothing for it to do.", "Leave it out."),
        new("TAO5207", "A file named on the command line is missing", "There is no such file or folder.", "Correct the path."),
        new("TAO5208", "There is no such job", "The id is misspelt, or the job is no longer listed.", "'tao list' shows the jobs."),
        new("TAO5209", "The job cannot be stopped", "It has ended, or belongs to another user.", "'tao list' shows the jobs that run."),
        new("TAO5210", "The devices asked for are not there", "There are fewer GPUs than the flags ask for.", "Ask for fewer, or leave the flags out."),
        new("TAO5211", "The engine's process died", "It was killed, perhaps for want of memory.", "Run the command again: training goes on from its checkpoint."),
        new("TAO5212", "The job list cannot be written", "The job runs, but 'tao list' will not show it.", "Set XDG_STATE_HOME to a folder that you may write to."),
        new("TAO5213", "The output cannot be written", "The disk is full, or the folder is not yours to write to.", "Free some space, or choose another folder."),
        new("TAO5214", "There is a word too many", "The command takes no further argument there.", "Remove it, or put the flag it belongs to before it."),
        new("TAO5215", "The command is incomplete", "A network needs a sub-task.", "Add one of those that the message lists."),
        new("TAO5216", "A stage did not make what it should", "The file is missing although the stage succeeded.", "Report it: it is a bug."),
        new("TAO5220", "There is no such code", "'tao help' explains the codes of errors and warnings; each is TAO and four digits.", "Take the code from the message, or list all with 'tao help'."),
        new("TAO5299", "The engine has a bug", "It ended in a way that no mistake of yours explains.", "Report it with the log file that the message names."),
    ];

    public static ImmutableArray<DiagnosticDescriptor> Cache { get; } =
    [
        new("TAO5301", "A setting of the cache has a bad value", "TaoCache and its fellows come from the project, or from TAO_CACHE and its fellows in the environment.", "Write a value as the message says."),
        new("TAO5302", "A cache cannot be used", "It did not answer in time, refused, or its folder cannot be read or written. The build goes on without it.", "Check the address and the rights. bazel-remote takes the results only when it runs with --disable_http_ac_validation."),
        new("TAO5303", "A cache holds something wrong", "What it gave is not what was stored: the hash or the form differs. It was not used; from a folder it was removed.", "Nothing needs to be done; the stage runs, and its result replaces the wrong one."),
        new("TAO5304", "The cache is in use", "Builds are restoring from it or storing in it just now, and nothing may be removed meanwhile.", "Try again when they have ended."),
    ];

    public static ImmutableArray<DiagnosticDescriptor> SetUp { get; } =
    [
        new("TAO6001", "A native library is missing", "libtorch, OpenCV or ONNX Runtime is not installed, or not where it is looked for.", "Run './build/build.sh Setup', then './build/build.sh Native'; 'tao doctor' checks."),
        new("TAO6002", "The device is not available", "This libtorch sees no such device.", "Use cpu, or install a libtorch for the device."),
    ];
}
