using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace Tao.Engine.Training;

/// <summary>
/// Where a run stands: with the weights and the optimiser's state, all that a resumed run needs to go on bit by bit like an unbroken
/// one (shuffling, augmentation and dropout are functions of seed, epoch and step).
/// </summary>
public sealed record TrainingState
{
    /// <summary>Epochs finished.</summary>
    public int Epoch { get; set; }

    /// <summary>Steps done in the epoch under way; 0 between epochs.</summary>
    public int StepInEpoch { get; set; }

    /// <summary>Optimiser steps done in all.</summary>
    public long GlobalStep { get; set; }

    /// <summary>Loss times samples over the epoch so far.</summary>
    public double LossSum { get; set; }

    /// <summary>Sums of the log's other columns over the samples so far.</summary>
    public SortedDictionary<string, double> Sums { get; init; } = new(StringComparer.Ordinal);

    public long SampleCount { get; set; }

    /// <summary>Learning rate of the last step.</summary>
    public double LearningRate { get; set; }

    public bool StopRequested { get; set; }

    /// <summary>What hooks remember, by hook name.</summary>
    public ImmutableSortedDictionary<string, JsonNode> Hooks { get; set; } = ImmutableSortedDictionary<string, JsonNode>.Empty;

    internal void BeginEpoch()
    {
        StepInEpoch = 0;
        LossSum = 0;
        Sums.Clear();
        SampleCount = 0;
    }
}
