namespace Tao.Specs.Common.Augmentation;

/// <summary>How <see cref="PartitionConfig"/> chooses images.</summary>
public enum AugmentationPartition
{
    IdWise = 0,
    Random = 1,
}
