using System.Collections.Immutable;

namespace Tao.Objectives.Detection;

/// <summary>What a detector's spec says about learning, answering and being measured.</summary>
public sealed record DetectionSettings
{
    /// <summary>Foreground classes, in the order of the network's scores after the background.</summary>
    public required ImmutableArray<string> Classes { get; init; }

    public required AnchorGrid Anchors { get; init; }

    public required BoxCoder Coder { get; init; }

    /// <summary>The overlap from which an anchor is to find a box.</summary>
    public double PositiveIou { get; init; } = 0.5;

    /// <summary>The overlap from which an anchor is no background.</summary>
    public double NegativeIou { get; init; } = 0.5;

    /// <summary>Whether the scores come from a sigmoid, and not from a softmax.</summary>
    public bool Sigmoid { get; init; }

    public required IDetectionLoss Loss { get; init; }

    /// <summary>Weights of the foreground classes; empty when every class weighs 1.</summary>
    public ImmutableArray<float> ClassWeights { get; init; } = [];

    /// <summary>Whether difficult boxes are learnt too.</summary>
    public bool IncludeDifficult { get; init; }

    public required NonMaximumSuppression Suppression { get; init; }

    /// <summary>The overlap from which an answer is right.</summary>
    public double MatchingIou { get; init; } = 0.5;

    public AveragePrecisionMode AveragePrecision { get; init; }
}
