using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using Tao.Data.Classification;
using Tao.Graph.Ops;
using Tao.Runtime.Optimization;
using Tao.Runtime.Schedules;
using Tao.Specs.Common;

namespace Tao.Networks.Blocks;

/// <summary>Says in the engine's terms what TAO's shared training message says.</summary>
internal static partial class CommonTraining
{
    /// <summary>What to do about a spec without an optimiser.</summary>
    public const string OptimizerRemedy = "Add 'optimizer { sgd { momentum: 0.9 } }'.";

    /// <param name="field">Where the spec has the message, such as <c>training_config</c>.</param>
    public static TrainingPlan Plan(TrainingConfig config, string field, string modelStem, TrainingAugmentation augmentation)
    {
        var (start, member) = Start(config);
        return new TrainingPlan
        {
            Epochs = (int)config.NumEpochs,
            EpochsField = "num_epochs",
            BatchSize = (int)config.BatchSizePerGpu,
            Optimizer = Optimizer(config.Optimizer) ?? new SgdSettings(),
            Schedule = Schedule(config.LearningRate),
            Regularizer = Regularizer(config.Regularizer),
            Augmentation = augmentation,
            CheckpointInterval = (int)config.CheckpointInterval,
            EarlyStopping = Stopping(config.EarlyStopping),
            Visualizer = Visualizer(config.Visualizer),
            QuantizationAware = config.EnableQat,
            MovingAverage = config.ModelEma,
            PretrainedModel = start,
            PretrainedField = $"{field}.{member}",
            FirstEpoch = config.ResumeModelPath.Length > 0 ? EpochOf(config.ResumeModelPath) + 1 : 1,
            Workers = (int)config.NWorkers,
            ModelStem = modelStem,
        };
    }

    public static VisualizerPlan? Visualizer(VisualizerConfig? config) =>
        config is { Enabled: true } ? new VisualizerPlan((int)config.NumImages, config.WeightHistograms) : null;

    public static EarlyStoppingPlan? Stopping(EarlyStopping? config) =>
        config is null ? null : new EarlyStoppingPlan(config.Monitor == "loss" ? "loss" : "val_loss", config.MinDelta, (int)config.Patience);

    /// <summary>The number that ends a saved model's name, as <c>ssd_resnet18_epoch_010.tlt</c>; 0 when there is none.</summary>
    public static int EpochOf(string modelPath) =>
        EpochInName().Match(modelPath) is { Success: true } match ? int.Parse(match.Groups[1].ValueSpan, CultureInfo.InvariantCulture) : 0;

    private static (string Path, string Field) Start(TrainingConfig config) => config switch
    {
        { ResumeModelPath.Length: > 0 } => (config.ResumeModelPath, "resume_model_path"),
        { PrunedModelPath.Length: > 0 } => (config.PrunedModelPath, "pruned_model_path"),
        _ => (config.PretrainModelPath, "pretrain_model_path"),
    };

    /// <summary>Null where the spec names none, as networks allow that have their own.</summary>
    private static OptimizerSettings? Optimizer(OptimizerConfig config) => config switch
    {
        { Adam: { } adam } => new AdamSettings(adam.Beta1, adam.Beta2, adam.Epsilon, adam.Amsgrad),
        { Rmsprop: { } rmsprop } => new RmsPropSettings(rmsprop.Rho, rmsprop.Momentum, rmsprop.Epsilon, rmsprop.Centered),
        { Sgd: { } sgd } => new SgdSettings(sgd.Momentum, sgd.Nesterov),
        _ => null,
    };

    private static LearningRateSchedule Schedule(LearningRateConfig config) => config switch
    {
        { SoftStartAnnealingSchedule: { } plateau } => new SoftStartAnnealingSchedule(plateau.MinLearningRate, plateau.MaxLearningRate, plateau.SoftStart, plateau.Annealing),
        { SoftStartCosineAnnealingSchedule: { } cosine } => new CosineSchedule(cosine.MaxLearningRate, cosine.MinLearningRate, cosine.SoftStart),
        _ => throw new InvalidOperationException("A bound spec names a schedule."),
    };

    private static Regularizer Regularizer(RegularizerConfig config) => new(
        config.Type switch
        {
            RegularizerType.L1 => RegularizerKind.L1,
            RegularizerType.L2 => RegularizerKind.L2,
            _ => RegularizerKind.None,
        },
        config.Weight,
        ImmutableHashSet.Create(nameof(Conv2d), nameof(Linear)));

    [GeneratedRegex(@"_([0-9]+)\.[^./\\]+$", RegexOptions.CultureInvariant)]
    private static partial Regex EpochInName();
}
