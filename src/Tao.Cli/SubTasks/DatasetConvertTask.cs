using System.Collections.Immutable;
using Tao.Cli.Parsing;
using Tao.Engine.Stages;

namespace Tao.Cli.SubTasks;

internal sealed class DatasetConvertTask : SubTask
{
    private static readonly Flag _spec = new("--dataset_export_spec", FlagKind.Text, "The conversion's spec file, a DatasetExportConfig.") { Aliases = ["-d"], Required = true, ValueName = "FILE" };
    private static readonly Flag _output = new("--output_filename", FlagKind.Text, "What the record files' names begin with.") { Aliases = ["-o"], Required = true, ValueName = "PREFIX" };
    private static readonly Flag _fold = new("--validation_fold", FlagKind.Integer, "The fold to validate with, which the sample modifier leaves alone; by default 0 of several.") { Aliases = ["-f"], ValueName = "N" };
    private static readonly Flag _classes = new("--class_names_file", FlagKind.Text, "One class a line; read when the spec has no target_class_mapping.") { Aliases = ["-c"], ValueName = "FILE" };
    private static readonly Flag _results = CommonFlags.ResultsFolder with { Description = "Folder for the record of the run and status.json; by default PREFIX.results." };

    public override string Name => "dataset_convert";

    public override string Summary => "Writes labelled images as TFRecords. Training reads the images' folders as well.";

    public override ImmutableArray<Flag> Flags { get; } = [_spec, _output, _fold, _classes, _results, CommonFlags.Verbose];

    public override ImmutableArray<PlannedStage> Plan(SubTaskInput input)
    {
        var spec = input.ExistingFile(_spec);
        var classes = input.ExistingFile(_classes);
        var prefix = input.Flags.Text(_output)!;
        var request = input.Request(StageKind.ExportRecords, spec, input.Flags.Text(_results) ?? ResultsFolder.Beside(prefix)) with
        {
            Inputs = StageInputs.Of(("class_names", classes)),
            Options = input.Flags.Options(_fold).SetItem("prefix", prefix),
        };
        return [new PlannedStage(request)];
    }
}
