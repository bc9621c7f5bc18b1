using System.Collections.Immutable;
using Tao.Cli.Parsing;
using Tao.Engine.Stages;

namespace Tao.Cli.SubTasks;

/// <param name="detects">Whether the network finds boxes; TAO gives these other flags.</param>
internal sealed class TrainTask(bool detects) : SubTask
{
    private static readonly Flag _spec = new("--experiment_spec_file", FlagKind.Text, "The spec file.") { Aliases = ["-e"], Required = true, ValueName = "FILE" };
    private static readonly Flag _results = CommonFlags.ResultsFolder with { Required = true, Description = "Folder for weights/, training.csv, status.json, classmap.json." };
    private static readonly Flag _firstEpoch = new("--init_epoch", FlagKind.Integer, "Epoch to begin with, from 1; above 1, pretrained_model_path names the checkpoint to go on from.") { Default = "1", ValueName = "N" };
    private static readonly Flag _classMap = new("--classmap", FlagKind.Text, "JSON file {class: index} that fixes the order of the classes.") { Aliases = ["-c"], ValueName = "FILE" };

    private static readonly Flag _weights = new("--resume_model_weights", FlagKind.Text, "The file to start from, in place of the spec's: pretrained weights, a pruned model, or with --initial_epoch a checkpoint.")
    {
        Aliases = ["-m"],
        ValueName = "FILE",
    };

    public override string Name => "train";

    public override string Summary => "Trains the network that a spec describes.";

    public override ImmutableArray<Flag> Flags { get; } = detects
        ?
        [
            _spec, _results with { Description = "Folder for weights/, the training log, status.json, classes.json." }, _weights, _firstEpoch with { Aliases = ["--initial_epoch"], Description = "Epoch to begin with, from 1; above 1, the file to start from is the checkpoint to go on from." }, CommonFlags.Key,
            CommonFlags.NoEffect("--arch", FlagKind.Text, "the spec's ssd_config or dssd_config tells."),
            CommonFlags.NoEffect("--use_multiprocessing", FlagKind.Switch, "the loader uses threads, which share their memory."),
            CommonFlags.Verbose,
        ]
        : [_spec, _results, _firstEpoch, _classMap, CommonFlags.Key, CommonFlags.Verbose];

    public override string Notes =>
        "Interrupted by Ctrl-C, 'tao stop' or a crash, the same command goes on from the last checkpoint, with the same result as an unbroken run.";

    public override ImmutableArray<PlannedStage> Plan(SubTaskInput input)
    {
        var spec = input.ExistingFile(_spec);
        if (detects)
        {
            input.ExistingFile(_weights);
            return [new PlannedStage(Request(input, spec) with { Options = WithWeights(input) })];
        }
        var classMap = input.ExistingFile(_classMap);
        return [new PlannedStage(Request(input, spec) with { Inputs = StageInputs.Of(("classmap", classMap)) })];
    }

    private static StageRequest Request(SubTaskInput input, string? spec) =>
        input.Request(StageKind.Train, spec, input.Flags.Text(_results)!) with { Options = input.Flags.Options(_firstEpoch) };

    private static ImmutableSortedDictionary<string, string> WithWeights(SubTaskInput input)
    {
        var options = input.Flags.Options(_firstEpoch);
        return input.Flags.Text(_weights) is { } path ? options.SetItem("pretrained_model_path", path) : options;
    }
}
