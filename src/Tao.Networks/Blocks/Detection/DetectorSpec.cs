using Tao.Specs;
using Tao.Specs.Common;
using Tao.Specs.Common.Detection;

namespace Tao.Networks.Blocks.Detection;

/// <summary>What the specs of ssd, dssd and retinanet have in common.</summary>
public abstract record DetectorSpec
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
}
