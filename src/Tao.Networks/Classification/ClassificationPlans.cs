using System.Collections.Immutable;
using Tao.Data.Classification;
using Tao.Graph.Ops;
using Tao.Imaging;
using Tao.Networks.Backbones;
using Tao.Networks.Blocks;
using Tao.Runtime.Optimization;
using Tao.Runtime.Schedules;

namespace Tao.Networks.Classification;

/// <summary>Says in the engine's terms what the classification spec says in TAO's.</summary>
internal static class ClassificationPlans
{
    public static TrainingPlan Training(ClassificationSpec spec)
    {
        var config = spec.TrainConfig;
        return new TrainingPlan
        {
            Epochs = (int)config.NEpochs,
            EpochsField = "n_epochs",
            BatchSize = (int)config.BatchSizePerGpu,
            Optimizer = Optimizer(config.Optimizer),
            Schedule = Schedule(config.LrConfig),
            Regularizer = Regularizer(config.RegConfig),
            Augmentation = new TrainingAugmentation
            {
                RandomCrop = config.EnableRandomCrop,
                Color = config.EnableColorAugmentation,
                HorizontalFlip = !config.DisableHorizontalFlip,
                MixupAlpha = config.MixupAlpha,
                LabelSmoothing = config.LabelSmoothing,
            },
            ClassWeights = config.ClassWeightingConfig?.ClassWeighting.ToImmutableSortedDictionary(pair => pair.Key, pair => (double)pair.Value, StringComparer.Ordinal)
                ?? ImmutableSortedDictionary<string, double>.Empty,
            BalanceClasses = config.ClassWeightingConfig?.EnableAuto ?? false,
            CheckpointInterval = (int)config.CheckpointInterval,
            EarlyStopping = CommonTraining.Stopping(config.EarlyStopping),
            Visualizer = CommonTraining.Visualizer(config.Visualizer),
            QuantizationAware = config.EnableQat,
            MovingAverage = config.ModelEma,
            PretrainedModel = config.PretrainedModelPath,
            PretrainedField = "train_config.pretrained_model_path",
            Seed = config.RandomSeed == 0 ? null : config.RandomSeed,
            Workers = (int)config.NWorkers,
            ModelStem = spec.ModelConfig.Arch,
        };
    }

    public static DatasetPlan Dataset(ClassificationSpec spec)
    {
        var size = spec.ModelConfig.ImageSize;
        return new DatasetPlan
        {
            Format = DatasetFormat.ClassFolders,
            Train = new SplitPlan(spec.TrainConfig.TrainDatasetPath, "train_config.train_dataset_path"),
            Validation = new SplitPlan(spec.TrainConfig.ValDatasetPath, "train_config.val_dataset_path"),
            Test = new SplitPlan(spec.EvalConfig?.EvalDatasetPath ?? "", "eval_config.eval_dataset_path"),
            Preprocessing = new ImagePreprocessing
            {
                Height = size.Height,
                Width = size.Width,
                Channels = size.Channels,
                Mode = Enum.Parse<PreprocessMode>(spec.TrainConfig.PreprocessMode, ignoreCase: true),
                Mean = ImageMean.FromMap(spec.TrainConfig.ImageMean),
                Interpolation = spec.ModelConfig.ResizeInterpolationMethod == ResizeMethod.Bicubic ? Interpolation.Bicubic : Interpolation.Bilinear,
                CenterCrop = spec.TrainConfig.EnableCenterCrop,
            },
        };
    }

    /// <summary>The spec's own <c>lr</c> is not read: the schedule overwrites it before the first step, in TAO too.</summary>
    private static OptimizerSettings Optimizer(ClassificationOptimizerConfig config) => config switch
    {
        { Adam: { } adam } => new AdamSettings(adam.Beta1, adam.Beta2, adam.Epsilon, AmsGrad: false, adam.Decay),
        { Rmsprop: { } rmsprop } => new RmsPropSettings(rmsprop.Rho, Momentum: 0, rmsprop.Epsilon, Centered: false, rmsprop.Decay),
        { Sgd: { } sgd } => new SgdSettings(sgd.Momentum, sgd.Nesterov, sgd.Decay),
        _ => throw new InvalidOperationException("A bound spec names an optimiser."),
    };

    private static LearningRateSchedule Schedule(ClassificationLrConfig config) => config switch
    {
        { Step: { } step } => new StepSchedule(step.LearningRate, (int)step.StepSize, step.Gamma),
        { SoftAnneal: { } anneal } => new SoftAnnealSchedule(
            anneal.LearningRate, anneal.SoftStart, anneal.AnnealingDivider, [.. anneal.AnnealingPoints.Select(point => (double)point)]),
        { Cosine: { } cosine } => new CosineSchedule(cosine.LearningRate, cosine.LearningRate * cosine.MinLrRatio, cosine.SoftStart),
        _ => throw new InvalidOperationException("A bound spec names a schedule."),
    };

    private static Regularizer Regularizer(ClassificationRegConfig config)
    {
        var ops = ImmutableHashSet.CreateBuilder<string>();
        if (config.AppliesToConvolutions)
            ops.Add(nameof(Conv2d));
        if (config.AppliesToDense)
            ops.Add(nameof(Linear));
        var kind = config.Type switch
        {
            "L1" => RegularizerKind.L1,
            "L2" => RegularizerKind.L2,
            _ => RegularizerKind.None,
        };
        return new Regularizer(kind, config.WeightDecay, ops.ToImmutable());
    }
}
