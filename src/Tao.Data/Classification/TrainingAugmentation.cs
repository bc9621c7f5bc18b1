using Tao.Data.Detection;

namespace Tao.Data.Classification;

/// <summary>What makes training samples differ from epoch to epoch, with TAO's fixed amounts.</summary>
public sealed record TrainingAugmentation
{
    /// <summary>Resize so that the target covers a share u ~ U(0.45, 1) of the picture, then cut out a random target.</summary>
    public bool RandomCrop { get; init; }

    /// <summary>Hue +-25 degrees, saturation +-0.2, contrast +-0.1. As in TAO only together with <see cref="RandomCrop"/> and on colour images.</summary>
    public bool Color { get; init; }

    /// <summary>Mirror every second sample, by chance.</summary>
    public bool HorizontalFlip { get; init; } = true;

    /// <summary>Shift columns and rows by up to this share of the size, filling with the edge; 0 is off.</summary>
    public double ShiftRange { get; init; }

    /// <summary>Scale columns and rows, each by itself, by 1 minus to 1 plus this; 0 is off.</summary>
    public double ZoomRange { get; init; }

    /// <summary>Mix each sample with its counterpart in the reversed batch, lambda ~ Beta(a, a); 0 is off.</summary>
    public double MixupAlpha { get; init; }

    /// <summary>How images with boxes are placed and coloured, in place of all of the above; null shows them whole.</summary>
    public DetectionAugmentation? Detection { get; init; }

    /// <summary>The share of a target that is spread evenly over all classes (Szegedy et al., arXiv 1512.00567, section 7); 0 is off.</summary>
    public double LabelSmoothing { get; init; }
}
