using Tao.Data.Classification;

namespace Tao.Networks;

/// <summary>Where the images are (as the spec gives the paths, not resolved) and how they become tensors.</summary>
public sealed record DatasetPlan
{
    public required DatasetFormat Format { get; init; }

    public required SplitPlan Train { get; init; }

    public required SplitPlan Validation { get; init; }

    /// <summary>Without a path the validation set serves.</summary>
    public required SplitPlan Test { get; init; }

    /// <summary>The folder that the names of a label table are relative to; null for class folders.</summary>
    public SplitPlan? Images { get; init; }

    /// <summary>Where boxes are labelled; null for a classifier's data.</summary>
    public BoxPlan? Boxes { get; init; }

    /// <summary>Geometry and normalisation of evaluation; training adds its augmentation.</summary>
    public required ImagePreprocessing Preprocessing { get; init; }

    public SplitPlan Split(SplitRole role) => role switch
    {
        SplitRole.Train => Train,
        SplitRole.Validation => Validation,
        _ => Test,
    };
}
