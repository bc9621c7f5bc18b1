namespace Tao.Specs.Common.Augmentation;

/// <summary>Hue and saturation.</summary>
[SpecMessage("HueSaturationConfig", Doc = "Hue and saturation.")]
public sealed record HueSaturationConfig
{
    [SpecField("hue_rotation_angle", Number = 1, Doc = "Degrees on the circle of hues.")]
    public float HueRotationAngle { get; init; } = 5;

    [SpecField("saturation_shift", Number = 2, Min = 0, Doc = "Factor of the saturation: 1 keeps it, 0 leaves gray.")]
    public float SaturationShift { get; init; } = 1;
}
