using System.Collections.Immutable;
using Tao.Data.Classification;
using Tao.Runtime.Optimization;
using Tao.Runtime.Schedules;

namespace Tao.Networks;

/// <summary>What the one training loop is to do, however a network's spec spells it.</summary>
public sealed record TrainingPlan
{
    public required int Epochs { get; init; }

    /// <summary>The spec's field of <see cref="Epochs"/>, for messages.</summary>
    public required string EpochsField { get; init; }

    public required int BatchSize { get; init; }

    public required OptimizerSettings Optimizer { get; init; }

    public required LearningRateSchedule Schedule { get; init; }

    public Regularizer Regularizer { get; init; } = Regularizer.None;

    public required TrainingAugmentation Augmentation { get; init; }

    /// <summary>Class name → loss weight; classes not named have weight 1. Only where there is one label set.</summary>
    public ImmutableSortedDictionary<string, double> ClassWeights { get; init; } = ImmutableSortedDictionary<string, double>.Empty;

    /// <summary>The spec's field of <see cref="ClassWeights"/>, for messages.</summary>
    public string ClassWeightsField { get; init; } = "train_config.class_weighting_config.class_weighting";

    /// <summary>Whether class weights that are not given follow from the class frequencies (N / (classes · n)).</summary>
    public bool BalanceClasses { get; init; }

    /// <summary>A resumable checkpoint and a named model every so many epochs.</summary>
    public int CheckpointInterval { get; init; } = 1;

    /// <summary>The validation set is measured after every so many epochs, and after the last.</summary>
    public int ValidationPeriod { get; init; } = 1;

    /// <summary>Whether a trained model is trained on with its values rounded as the 8-bit model will round them.</summary>
    public bool QuantizationAware { get; init; }

    /// <summary>Whether validation and checkpoints use the exponential moving average of the weights.</summary>
    public bool MovingAverage { get; init; }

    public EarlyStoppingPlan? EarlyStopping { get; init; }

    /// <summary>Null when nothing is written for TensorBoard.</summary>
    public VisualizerPlan? Visualizer { get; init; }

    /// <summary>As the spec gives it, not resolved; empty to start from random weights.</summary>
    public string PretrainedModel { get; init; } = "";

    /// <summary>The epoch to begin with, from 1; above 1 <see cref="PretrainedModel"/> is what an earlier run saved.</summary>
    public int FirstEpoch { get; init; } = 1;

    /// <summary>The spec's field that names it, for messages.</summary>
    public required string PretrainedField { get; init; }

    /// <summary>The spec's seed; null when it has none.</summary>
    public ulong? Seed { get; init; }

    /// <summary>Loader threads; they never change a result.</summary>
    public int Workers { get; init; } = 1;

    /// <summary>Stem of the saved models: TAO writes <c>weights/resnet_080</c>.</summary>
    public required string ModelStem { get; init; }

    /// <summary>The training log, as TAO names it.</summary>
    public string LogFile { get; init; } = "training.csv";
}
