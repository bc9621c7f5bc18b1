using System.Collections.Immutable;
using Tao.Networks.Backbones;
using Tao.Networks.Blocks;
using Tao.Specs;
using Tao.Specs.Common;

namespace Tao.Networks.MultitaskClassification;

/// <summary>The whole spec of <c>multitask_classification</c>: NVIDIA's schema plus the field marked as an extension.</summary>
[SpecMessage("Experiment", Doc = "Trains an image classifier that answers several questions of each image, from a CSV file of labels.")]
public sealed record MultitaskClassificationSpec : ISpecRules
{
    private const string _notRead = "TAO's multitask classification does not read it either.";

    [SpecField("dataset_config", Number = 1, Stages = SpecStages.Dataset, Required = true, Doc = "Images and their labels.")]
    public MultitaskDataSource DatasetConfig { get; init; } = new();

    [SpecField("model_config", Number = 2, Stages = SpecStages.Train, Required = true, Doc = "The network.")]
    public ImageModelConfig ModelConfig { get; init; } = new();

    [SpecField("training_config", Number = 3, Stages = SpecStages.Train, Required = true, Doc = "Optimiser, schedule, start and length of training.")]
    public TrainingConfig TrainingConfig { get; init; } = new();

    [SpecField("random_seed", Number = 4, Stages = SpecStages.Train, Doc = "Seed of weights, order and augmentation; 0: the project's seed.")]
    public uint RandomSeed { get; init; }

    [SpecField("task_weights", Extension = true, Stages = SpecStages.Train, Min = 0, Doc = "Task name to weight of its loss; tasks not named weigh 1.")]
    public ImmutableSortedDictionary<string, float> TaskWeights { get; init; } = ImmutableSortedDictionary.Create<string, float>(StringComparer.Ordinal);

    public void Check(SpecRuleContext context)
    {
        context.Require("training_config.optimizer", CommonTraining.OptimizerRemedy);
        foreach (string field in (string[])["retain_head", "activation", "batch_norm_config", "resize_interpolation_method", "dropout"])
            context.Ignored($"model_config.{field}", _notRead);
        context.Ignored("training_config.enable_qat", _notRead);
        context.Ignored("training_config.model_ema", _notRead);
    }
}
