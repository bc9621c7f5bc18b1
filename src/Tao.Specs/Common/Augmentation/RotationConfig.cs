namespace Tao.Specs.Common.Augmentation;

/// <summary>A rotation.</summary>
[SpecMessage("RotationConfig", Doc = "A turn about the image's centre.")]
public sealed record RotationConfig
{
    [SpecField("angle", Number = 1, Doc = "How far.")]
    public float Angle { get; init; } = 10;

    [SpecField("units", Number = 2, Values = ["degrees", "radians"], Doc = "What the angle counts.")]
    public string Units { get; init; } = "degrees";
}
