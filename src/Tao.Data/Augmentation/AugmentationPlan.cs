namespace Tao.Data.Augmentation;

/// <summary>What an augmentation does with each image that is chosen; the others are only brought to its size.</summary>
/// <param name="Width">Of the output, in pixels.</param>
/// <param name="Height">Of the output, in pixels.</param>
/// <param name="Channels">3 for colour, 1 for gray.</param>
public sealed record AugmentationPlan(int Width, int Height, int Channels)
{
    /// <summary>From the output to the scaled input, in pixels; see <see cref="AffineMap"/>.</summary>
    public AffineMap Spatial { get; init; } = AffineMap.Identity;

    public ColorMap? Color { get; init; }

    /// <summary>Half width and standard deviation of the Gaussian, in pixels.</summary>
    public (int Radius, double Deviation)? Blur { get; init; }

    /// <summary>The share of the images that are changed, 0 to 1.</summary>
    public double Share { get; init; } = 1;

    /// <summary>Whether these are any images, always the same ones, and not the first by name.</summary>
    public bool AtRandom { get; init; }

    /// <summary>Whether an image that is chosen comes out as one that is not.</summary>
    public bool ChangesNothing => Spatial == AffineMap.Identity && Color is null && Blur is null;

    /// <summary>The deviation of a kernel that names none: OpenCV's formula, of the half width.</summary>
    public static double DefaultDeviation(int radius) => (0.3 * (((radius - 1) * 0.5) - 1)) + 0.8;
}
