using System.Collections.Immutable;
using Tao.Networks.Backbones;
using Tao.Specs;

namespace Tao.Networks.Classification;

/// <summary>The whole spec of <c>classification</c>: NVIDIA's <c>classification_tf1</c> schema plus the fields marked as extensions.</summary>
[SpecMessage("Experiment", Doc = "Trains and evaluates an image classifier from a folder of images per class.")]
public sealed record ClassificationSpec : ISpecRules
{
    [SpecField("eval_config", Number = 1, Stages = SpecStages.Evaluate, RequiredBy = SpecStages.Evaluate, Doc = "Evaluation.")]
    public ClassificationEvalConfig? EvalConfig { get; init; }

    [SpecField("model_config", Number = 2, Stages = SpecStages.Train, Required = true, Doc = "The network.")]
    public ImageModelConfig ModelConfig { get; init; } = new();

    [SpecField("train_config", Number = 3, Stages = SpecStages.Train, Required = true, Doc = "Data, schedule and loss of training.")]
    public ClassificationTrainConfig TrainConfig { get; init; } = new();

    public void Check(SpecRuleContext context)
    {
        const string mean = "train_config.image_mean";
        const string mode = "train_config.preprocess_mode";
        const string size = "model_config.input_image_size";
        if (ImageSize.TryParse(ModelConfig.InputImageSize) is not { } image)
            return;

        if (TrainConfig.EnableColorAugmentation && image.Channels == 1)
            context.Warning("Colour augmentation has no effect on grayscale images.", "Remove it, or use three channels.", "train_config.enable_color_augmentation", size);

        var keys = TrainConfig.ImageMean.Keys.ToImmutableArray();
        if (keys.IsEmpty)
            return;
        if (TrainConfig.PreprocessMode != "caffe")
        {
            context.Warning($"'image_mean' has no effect in preprocess_mode \"{TrainConfig.PreprocessMode}\".", "Remove it, or use preprocess_mode: \"caffe\".", mean, mode);
            return;
        }

        string[] needed = image.Channels == 3 ? ["r", "g", "b"] : ["l"];
        var wanted = string.Join(", ", needed);
        if (needed.Except(keys).ToList() is { Count: > 0 } missing)
            context.Error($"'image_mean' lacks {string.Join(", ", missing)}: an image of {image.Channels} channel(s) needs {wanted}.", $"Give one entry for each of {wanted}.", mean, size);
        if (keys.Except(needed).ToList() is { Count: > 0 } strangers)
            context.Warning($"'image_mean' entries {string.Join(", ", strangers)} are not channels of the input.", $"Keep only {wanted}.", mean, size);
    }
}
