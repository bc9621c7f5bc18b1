using System.Collections.Immutable;
using Tao.Cli.Parsing;
using Tao.Engine.Stages;

namespace Tao.Cli.SubTasks;

internal sealed class InferenceTask : SubTask
{
    private static readonly Flag _spec = new("--experiment_spec", FlagKind.Text, "The spec file.") { Aliases = ["-e", "--experiment_spec_file"], Required = true, ValueName = "FILE" };
    private static readonly Flag _classMap = new("--classmap", FlagKind.Text, "JSON file {class: index}; needed only when the model knows no class names.") { Aliases = ["-cm"], ValueName = "FILE" };
    private static readonly Flag _image = new("--image", FlagKind.Text, "One image.") { Aliases = ["-i"], ValueName = "FILE" };
    private static readonly Flag _folder = new("--image_dir", FlagKind.Text, "A folder of images.") { Aliases = ["-d"], ValueName = "DIR" };
    private static readonly Flag _batchSize = new("--batch_size", FlagKind.Integer, "Images in a batch.") { Aliases = ["-b"], Default = "1", ValueName = "N" };

    private static readonly Flag _results = CommonFlags.ResultsFolder with { Description = "Folder for result.csv and the annotated images; by default INPUT.results beside the input." };

    public override string Name => "inference";

    public override string Summary => "Classifies images with a trained model: result.csv and annotated images.";

    public override ImmutableArray<Flag> Flags { get; } =
        [ModelFlags.Model with { Aliases = ["-m", "--model_path"] }, _spec, _image, _folder, _classMap, _batchSize, _results, CommonFlags.Key, CommonFlags.Verbose];

    public override ImmutableArray<PlannedStage> Plan(SubTaskInput input)
    {
        var model = input.ExistingFile(Flags[0]);
        var spec = input.ExistingFile(_spec);
        var classMap = input.ExistingFile(_classMap);
        var images = input.ExistingFile(_image) ?? input.ExistingFolder(_folder);
        if (images is null || (input.Flags.Has(_image) && input.Flags.Has(_folder)))
        {
            input.Bag.Error(CliCodes.MissingFlag, "inference needs either one image or one folder.", $"Give {_image.Name} FILE or {_folder.Name} DIR.");
            return [];
        }
        var request = input.Request(StageKind.Inference, spec, input.Flags.Text(_results) ?? ResultsFolder.Beside(images)) with
        {
            Inputs = StageInputs.Of(("model", model), ("images", images), ("classmap", classMap)),
            Options = input.Flags.Options(_batchSize),
        };
        return [new PlannedStage(request)];
    }
}
