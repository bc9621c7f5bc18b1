using System.Collections.Immutable;
using Tao.Specs;
using Tao.Specs.Common;

namespace Tao.Networks.Classification;

[SpecMessage("TrainConfig", Doc = "Data, optimiser, schedule, augmentation and loss of training.")]
public sealed record ClassificationTrainConfig : ISpecRules
{
    [SpecField("train_dataset_path", Number = 1, Path = true, Stages = SpecStages.Dataset, Doc = "Training set: a folder of images per class.")]
    public string TrainDatasetPath { get; init; } = "";

    [SpecField("val_dataset_path", Number = 2, Path = true, Stages = SpecStages.Dataset, Doc = "Validation set with the same classes.")]
    public string ValDatasetPath { get; init; } = "";

    [SpecField("pretrained_model_path", Number = 3, Path = true, Doc = "Weights to start from; a pruned model brings its own graph.")]
    public string PretrainedModelPath { get; init; } = "";

    [SpecField("optimizer", Number = 4, Required = true, Doc = "Optimiser.")]
    public ClassificationOptimizerConfig Optimizer { get; init; } = new();

    [SpecField("batch_size_per_gpu", Number = 5, Required = true, Min = 1, Doc = "Images per step.")]
    public uint BatchSizePerGpu { get; init; }

    [SpecField("n_epochs", Number = 6, Required = true, Min = 1, Doc = "Epochs.")]
    public uint NEpochs { get; init; }

    [SpecField("n_workers", Number = 7, Volatile = true, Doc = "Threads that decode images; 0: one per core.")]
    public uint NWorkers { get; init; }

    [SpecField("reg_config", Number = 8, Required = true, Doc = "Weight penalty.")]
    public ClassificationRegConfig RegConfig { get; init; } = new();

    [SpecField("lr_config", Number = 9, Required = true, Doc = "Learning-rate schedule.")]
    public ClassificationLrConfig LrConfig { get; init; } = new();

    [SpecField("random_seed", Number = 10, Doc = "Seed of weights, order and augmentation; 0: the project's seed.")]
    public uint RandomSeed { get; init; }

    [SpecField("enable_random_crop", Number = 11, Doc = "Train on random crops of random scale.")]
    public bool EnableRandomCrop { get; init; }

    [SpecField("label_smoothing", Number = 12, Min = 0, ExclusiveMax = 1, Doc = "Share of a label that is spread over all classes. TAO checks the field but, by an inverted condition, never applies it.")]
    public float LabelSmoothing { get; init; }

    [SpecField("preprocess_mode", Number = 13, Values = ["caffe", "tf", "torch"], ZeroIsDefault = true, Doc = "caffe: BGR minus mean; tf: -1 to 1; torch: ImageNet mean and deviation.")]
    public string PreprocessMode { get; init; } = "caffe";

    [SpecField("enable_center_crop", Number = 14, Doc = "Validate on centre crops.")]
    public bool EnableCenterCrop { get; init; }

    [SpecField("enable_color_augmentation", Number = 15, Doc = "Random hue, saturation and contrast; only together with enable_random_crop on RGB images.")]
    public bool EnableColorAugmentation { get; init; }

    [SpecField("mixup_alpha", Number = 16, Min = 0, Doc = "Mixes pairs of samples with a share drawn from Beta(a, a); 0: off.")]
    public float MixupAlpha { get; init; }

    [SpecField("model_parallelism", Number = 17, Min = 0, Ignored = "a model is not split over devices here.", Doc = "Shares of the layers per GPU.")]
    public ImmutableArray<float> ModelParallelism { get; init; } = [];

    [SpecField("image_mean", Number = 18, Min = 0, Max = 255, Doc = "Mean to subtract in caffe mode: r, g, b, or l for grayscale.")]
    public ImmutableSortedDictionary<string, float> ImageMean { get; init; } = ImmutableSortedDictionary.Create<string, float>(StringComparer.Ordinal);

    [SpecField("disable_horizontal_flip", Number = 19, Doc = "Do not mirror half of the training images.")]
    public bool DisableHorizontalFlip { get; init; }

    [SpecField("visualizer", Number = 20, Volatile = true, Doc = "TensorBoard.")]
    public VisualizerConfig? Visualizer { get; init; }

    [SpecField("checkpoint_interval", Extension = true, ZeroIsDefault = true, Doc = "Epochs between checkpoints.")]
    public uint CheckpointInterval { get; init; } = 1;

    [SpecField("early_stopping", Extension = true, Doc = "Stops when a loss no longer falls.")]
    public EarlyStopping? EarlyStopping { get; init; }

    [SpecField("class_weighting_config", Extension = true, Doc = "Weights of the classes in the loss.")]
    public ClassWeightingConfig? ClassWeightingConfig { get; init; }

    [SpecField("enable_qat", Extension = true, Doc = "Train a trained (and pruned) model on for INT8: batch norms folded, values rounded to 8 bits, ranges learned.")]
    public bool EnableQat { get; init; }

    [SpecField("model_ema", Extension = true, Doc = "Validate and save the exponential moving average of the weights (decay 0.999).")]
    public bool ModelEma { get; init; }

    public void Check(SpecRuleContext context)
    {
        if (EnableColorAugmentation && !EnableRandomCrop)
            context.Warning("Colour augmentation has no effect without 'enable_random_crop'.", "Set enable_random_crop: true, or remove it.", "enable_color_augmentation", "enable_random_crop");
        // TAO asks for the field and then overwrites it; where both say the same there is nothing to tell.
        var (name, rate) = Optimizer switch
        {
            { Sgd: { } sgd } => ("sgd", sgd.Lr),
            { Adam: { } adam } => ("adam", adam.Lr),
            { Rmsprop: { } rmsprop } => ("rmsprop", rmsprop.Lr),
            _ => ("", 0),
        };
        if (rate != 0 && rate != LrConfig.LearningRate)
            context.Ignored($"optimizer.{name}.lr", FormattableString.Invariant($"the schedule begins with {LrConfig.LearningRate}."));
    }
}
