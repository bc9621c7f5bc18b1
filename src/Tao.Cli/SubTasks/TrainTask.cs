using System.Collections.Immutable;
using Tao.Cli.Parsing;
using Tao.Engine.Stages;

namespace Tao.Cli.SubTasks;

internal sealed class TrainTask : SubTask
{
    private static readonly Flag _spec = new("--experiment_spec_file", FlagKind.Text, "The spec file.") { Aliases = ["-e"], Required = true, ValueName = "FILE" };
    private static readonly Flag _results = CommonFlags.ResultsFolder with { Required = true, Description = "Folder for weights/, training.csv, status.json, classmap.json." };
    private static readonly Flag _firstEpoch = new("--init_epoch", FlagKind.Integer, "Epoch to begin with, from 1; above 1, pretrained_model_path names the checkpoint to go on from.") { Default = "1", ValueName = "N" };
    private static readonly Flag _classMap = new("--classmap", FlagKind.Text, "JSON file {class: index} that fixes the order of the classes.") { Aliases = ["-c"], ValueName = "FILE" };

    public override string Name => "train";

    public override string Summary => "Trains the network that a spec describes.";

    public override ImmutableArray<Flag> Flags { get; } = [_spec, _results, _firstEpoch, _classMap, CommonFlags.Key, CommonFlags.Verbose];

    public override string Notes =>
        "Interrupted by Ctrl-C, 'tao stop' or a crash, the same command goes on from the last checkpoint, with the same result as an unbroken run.";

    public override ImmutableArray<PlannedStage> Plan(SubTaskInput input)
    {
        var spec = input.ExistingFile(_spec);
        var classMap = input.ExistingFile(_classMap);
        var request = input.Request(StageKind.Train, spec, input.Flags.Text(_results)!) with
        {
            Options = input.Flags.Options(_firstEpoch),
            Inputs = StageInputs.Of(("classmap", classMap)),
        };
        return [new PlannedStage(request)];
    }
}
