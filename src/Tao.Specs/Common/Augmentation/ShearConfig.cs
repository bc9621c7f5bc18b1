namespace Tao.Specs.Common.Augmentation;

/// <summary>A shear.</summary>
[SpecMessage("ShearConfig", Doc = "A slant about the image's centre.")]
public sealed record ShearConfig
{
    [SpecField("shear_ratio_x", Number = 1, Doc = "Pixels to the side for each pixel down.")]
    public float ShearRatioX { get; init; }

    [SpecField("shear_ratio_y", Number = 2, Doc = "Pixels down for each pixel to the side.")]
    public float ShearRatioY { get; init; }
}
