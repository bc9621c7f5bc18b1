using System.Collections.Immutable;
using Tao.Cli.Parsing;
using Tao.Engine.Stages;

namespace Tao.Cli.SubTasks;

internal sealed class EvaluateTask : SubTask
{
    private const string FromSpec = "the spec's eval_config decides.";

    private static readonly Flag _spec = new("--experiment_spec", FlagKind.Text, "The spec file; its eval_config names the model and the test images.")
    {
        Aliases = ["-e", "--experiment_spec_file"],
        Required = true,
        ValueName = "FILE",
    };

    private static readonly Flag _model = new("--model_path", FlagKind.Text, "The model, a .tlt file; a spec's eval_config.model_path comes first.")
    {
        Aliases = ["-m", "--model"],
        ValueName = "FILE",
    };

    private static readonly Flag _results = CommonFlags.ResultsFolder with { Description = "Folder for the report and status.json; by default MODEL.results beside the model." };
    private static readonly Flag _classMap = new("--classmap", FlagKind.Text, "JSON file {class: index}; needed only when the model knows no class names.") { Aliases = ["-cm"], ValueName = "FILE" };

    public override string Name => "evaluate";

    public override string Summary => "Measures a trained model on the spec's test images.";

    public override ImmutableArray<Flag> Flags { get; } =
    [
        _spec,
        _model,
        _results,
        _classMap,
        CommonFlags.Key,
        CommonFlags.NoEffect("--image_dir", FlagKind.Text, FromSpec, "-i"),
        CommonFlags.NoEffect("--label_dir", FlagKind.Text, "the folders' names are the labels.", "-l"),
        CommonFlags.NoEffect("--batch_size", FlagKind.Integer, FromSpec, "-b"),
    ];

    public override string Notes => "The model is eval_config.model_path of the spec, as in TAO; networks without eval_config take it from --model_path.";

    public override ImmutableArray<PlannedStage> Plan(SubTaskInput input)
    {
        var spec = input.ExistingFile(_spec);
        var classMap = input.ExistingFile(_classMap);
        var model = input.Bag.HasErrors ? null : Model(input, spec!);
        if (model is null)
            return [];
        var request = input.Request(StageKind.Evaluate, spec, input.Flags.Text(_results) ?? ResultsFolder.Beside(model)) with
        {
            Inputs = StageInputs.Of(("model", model), ("classmap", classMap)),
        };
        return [new PlannedStage(request)];
    }

    /// <summary>The spec's model comes first, as in TAO; without eval_config the command line names it.</summary>
    private static string? Model(SubTaskInput input, string spec)
    {
        if (!input.Flags.Has(_model) || SpecField.IsGiven(input, spec, "eval_config", "model_path"))
        {
            if (input.Flags.Has(_model))
                input.Bag.Warning(CliCodes.NoEffect, $"{_model.Name} has no effect: {FromSpec}", null);
            return SpecField.ExistingFile(input, spec, "eval_config", "model_path");
        }
        return input.ExistingFile(_model);
    }
}
