namespace Tao.Specs.Common.Augmentation;

/// <summary>The choice of images.</summary>
[SpecMessage("PartitionConfig", Doc = "Which images are changed.")]
public sealed record PartitionConfig
{
    [SpecField("partition_mode", Number = 1, Doc = "RANDOM: any, always the same ones; ID_WISE: the first by name.")]
    public AugmentationPartition PartitionMode { get; init; }

    [SpecField("dataset_percentage", Number = 2, Min = 0, Max = 100, Doc = "How many of a hundred.")]
    public float DatasetPercentage { get; init; } = 100;
}
