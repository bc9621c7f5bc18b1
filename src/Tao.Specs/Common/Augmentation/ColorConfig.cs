namespace Tao.Specs.Common.Augmentation;

/// <summary>The colour part of an augmentation.</summary>
[SpecMessage("ColorConfig", Doc = "What becomes of the colours: first hue and saturation, then contrast, then brightness.")]
public sealed record ColorConfig
{
    [SpecField("hue_saturation_config", Number = 1, Doc = "Hue and saturation.")]
    public HueSaturationConfig? HueSaturationConfig { get; init; }

    [SpecField("contrast_config", Number = 2, Doc = "Contrast.")]
    public ContrastConfig? ContrastConfig { get; init; }

    [SpecField("brightness_config", Number = 3, Doc = "Brightness.")]
    public BrightnessConfig? BrightnessConfig { get; init; }
}
