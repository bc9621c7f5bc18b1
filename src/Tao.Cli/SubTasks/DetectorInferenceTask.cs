using System.Collections.Immutable;
using Tao.Cli.Parsing;
using Tao.Engine.Stages;

namespace Tao.Cli.SubTasks;

internal sealed class DetectorInferenceTask : SubTask
{
    private static readonly Flag _spec = new("--experiment_spec", FlagKind.Text, "The spec file.") { Aliases = ["-e", "--experiment_spec_file"], Required = true, ValueName = "FILE" };
    private static readonly Flag _images = new("--image_dir", FlagKind.Text, "A folder of images, or one image.") { Aliases = ["-i"], Required = true, ValueName = "PATH" };
    private static readonly Flag _threshold = new("--threshold", FlagKind.Number, "The least score of a box that is told.") { Aliases = ["-t"], Default = "0.3", ValueName = "SCORE" };
    private static readonly Flag _classThreshold = new("--class_threshold", FlagKind.List, "The least score of a class of its own, as car=0.5.") { ValueName = "NAME=SCORE" };
    private static readonly Flag _classColor = new("--class_color", FlagKind.List, "The colour in which a class is drawn, as car=#ff8000.") { ValueName = "NAME=COLOUR" };
    private static readonly Flag _batchSize = new("--batch_size", FlagKind.Integer, "Images in a batch.") { Aliases = ["-b"], Default = "1", ValueName = "N" };

    private static readonly Flag _results = CommonFlags.ResultsFolder with
    {
        Description = "Folder for labels/, images_annotated/, result.csv and detections.json; by default INPUT.results beside the input.",
    };

    public override string Name => "inference";

    public override string Summary => "Finds objects with a trained model: KITTI label files, CSV, JSON and annotated images.";

    public override ImmutableArray<Flag> Flags { get; } =
    [
        ModelFlags.Model with { Aliases = ["-m", "--model_path"] }, _images, _spec, _threshold, _classThreshold, _classColor, _batchSize, _results, CommonFlags.Key,
        CommonFlags.Verbose,
    ];

    public override ImmutableArray<PlannedStage> Plan(SubTaskInput input)
    {
        var model = input.ExistingFile(ModelFlags.Model);
        var spec = input.ExistingFile(_spec);
        var images = input.ExistingPath(_images)!;
        var request = input.Request(StageKind.Inference, spec, input.Flags.Text(_results) ?? ResultsFolder.Beside(images)) with
        {
            Inputs = StageInputs.Of(("model", model), ("images", images)),
            Options = input.Flags.Options(_threshold, _classThreshold, _classColor, _batchSize),
        };
        return [new PlannedStage(request)];
    }
}
