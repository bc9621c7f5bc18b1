using Tao.Data.Classification;

namespace Tao.Networks;

/// <summary>Where the images are (as the spec gives the paths, not resolved) and how they become tensors.</summary>
public sealed record DatasetPlan
{
    public required string TrainPath { get; init; }

    public required string ValidationPath { get; init; }

    /// <summary>Empty when the spec has no evaluation set; then the validation set serves.</summary>
    public required string TestPath { get; init; }

    /// <summary>Geometry and normalisation of evaluation; training adds its augmentation.</summary>
    public required ImagePreprocessing Preprocessing { get; init; }
}
