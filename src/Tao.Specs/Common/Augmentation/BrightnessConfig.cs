namespace Tao.Specs.Common.Augmentation;

/// <summary>Brightness.</summary>
[SpecMessage("BrightnessConfig", Doc = "Brightness.")]
public sealed record BrightnessConfig
{
    [SpecField("offset", Number = 1, Doc = "Added to every value, which go from 0 to 255.")]
    public float Offset { get; init; }
}
