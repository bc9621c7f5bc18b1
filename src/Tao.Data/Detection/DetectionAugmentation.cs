namespace Tao.Data.Detection;

/// <summary>What makes a detector's training samples differ: the augmentation of SSD (Liu et al. 2016, section 3.6) with TAO's settings.</summary>
public sealed record DetectionAugmentation
{
    /// <summary>Sides of a crop as shares of the picture's.</summary>
    public (double Least, double Most) CropScale { get; init; } = (0.3, 1);

    /// <summary>Width over height of a crop.</summary>
    public (double Least, double Most) CropAspect { get; init; } = (0.5, 2);

    /// <summary>How many times larger the canvas is on which the picture is put, each side.</summary>
    public (double Least, double Most) ZoomOut { get; init; } = (1, 4);

    /// <summary>The chance of a mirror image.</summary>
    public double Flip { get; init; }

    public ColorJitter Color { get; init; }
}
