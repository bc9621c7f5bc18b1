using Tao.Networks.Blocks;
using Tao.Specs;
using Tao.Specs.Common;
using Tao.Specs.Common.Detection;

namespace Tao.Networks.RetinaNet;

/// <summary>The whole spec of <c>retinanet</c>: NVIDIA's schema.</summary>
[SpecMessage("Experiment", Doc = "Trains a detector that finds boxes on a feature pyramid, with the focal loss.")]
public sealed record RetinaNetSpec : ISpecRules
{
    [SpecField("random_seed", Number = 1, Stages = SpecStages.Train, Doc = "Seed of weights, order and augmentation; 0: the project's seed.")]
    public uint RandomSeed { get; init; }

    [SpecField("dataset_config", Number = 2, Stages = SpecStages.Dataset, Required = true, Doc = "Images with boxes, and the classes to find.")]
    public DetectionDatasetConfig DatasetConfig { get; init; } = new();

    [SpecField("augmentation_config", Number = 3, Stages = SpecStages.Train, Required = true, Doc = "The network's input, and how training images are changed.")]
    public SsdAugmentationConfig AugmentationConfig { get; init; } = new();

    [SpecField("training_config", Number = 4, Stages = SpecStages.Train, Required = true, Doc = "Optimiser, schedule, start and length of training.")]
    public TrainingConfig TrainingConfig { get; init; } = new();

    [SpecField("eval_config", Number = 5, Stages = SpecStages.Train | SpecStages.Evaluate | SpecStages.Calibrate, Required = true, Doc = "Validation in training, and evaluation.")]
    public DetectionEvalConfig EvalConfig { get; init; } = new();

    [SpecField("nms_config", Number = 6, Stages = SpecStages.Train | DetectionStages.Answers, Required = true, Doc = "Which of the boxes that the network answers with are kept.")]
    public NmsConfig NmsConfig { get; init; } = new();

    [SpecField("retinanet_config", Number = 7, Stages = SpecStages.Train | DetectionStages.Answers, Required = true, Doc = "The network.")]
    public RetinaNetConfig RetinanetConfig { get; init; } = new();

    [SpecField("class_weighting_config", Number = 8, Stages = SpecStages.Train, Doc = "Weights of the classes in the loss.")]
    public ClassWeightingConfig? ClassWeightingConfig { get; init; }

    public void Check(SpecRuleContext context)
    {
        context.Require("training_config.optimizer", CommonTraining.OptimizerRemedy);
        context.Ignored("training_config.model_ema", "TAO's retinanet does not read it either.");
    }
}
