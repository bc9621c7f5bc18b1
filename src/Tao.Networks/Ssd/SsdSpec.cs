using Tao.Networks.Blocks.Detection;
using Tao.Specs;
using Tao.Specs.Common;
using Tao.Specs.Common.Detection;

namespace Tao.Networks.Ssd;

/// <summary>The whole spec of <c>ssd</c> and <c>dssd</c>: NVIDIA's schema; which of the two it describes, its network message tells.</summary>
[SpecMessage("Experiment", Doc = "Trains a detector that finds boxes on six feature maps of one network.")]
public sealed record SsdSpec : ISpecRules
{
    [SpecField("random_seed", Number = 1, Stages = SpecStages.Train, Doc = "Seed of weights, order and augmentation; 0: the project's seed.")]
    public uint RandomSeed { get; init; }

    [SpecField("dataset_config", Number = 2, Stages = SpecStages.Dataset, Required = true, Doc = "Images with boxes, and the classes to find.")]
    public DetectionDatasetConfig DatasetConfig { get; init; } = new();

    [SpecField("augmentation_config", Number = 3, Stages = SpecStages.Train, Required = true, Doc = "The network's input, and how training images are changed.")]
    public SsdAugmentationConfig AugmentationConfig { get; init; } = new();

    [SpecField("training_config", Number = 4, Stages = SpecStages.Train, Required = true, Doc = "Schedule, start and length of training.")]
    public TrainingConfig TrainingConfig { get; init; } = new();

    [SpecField("eval_config", Number = 5, Stages = SpecStages.Train | SpecStages.Evaluate | SpecStages.Calibrate, Required = true, Doc = "Validation in training, and evaluation.")]
    public DetectionEvalConfig EvalConfig { get; init; } = new();

    [SpecField("nms_config", Number = 6, Stages = SpecStages.Train | DetectionStages.Answers, Required = true, Doc = "Which of the boxes that the network answers with are kept.")]
    public NmsConfig NmsConfig { get; init; } = new();

    [SpecField("ssd_config", Number = 7, OneOf = "network", Stages = SpecStages.Train | DetectionStages.Answers, Doc = "An SSD network.")]
    public SsdConfig? SsdConfig { get; init; }

    [SpecField("dssd_config", Number = 8, OneOf = "network", Stages = SpecStages.Train | DetectionStages.Answers, Doc = "A DSSD network: SSD with a way back from the small maps to the large ones.")]
    public SsdConfig? DssdConfig { get; init; }

    public void Check(SpecRuleContext context)
    {
        if (SsdConfig is null && DssdConfig is null)
            context.Error("The spec describes no network.", "Write ssd_config { ... } or dssd_config { ... }.", "ssd_config", "dssd_config");
        context.Ignored("training_config.optimizer", "ssd and dssd train with SGD and a momentum of 0.9, in TAO too.");
        context.Ignored("training_config.model_ema", "TAO's ssd does not read it either.");
    }
}
