namespace Tao.Specs.Common.Augmentation;

/// <summary>A blur.</summary>
[SpecMessage("BlurConfig", Doc = "A Gaussian blur.")]
public sealed record BlurConfig
{
    [SpecField("size", Number = 1, Min = 0, Max = 127, Doc = "Half width of the kernel, in pixels: 2 reaches over five.")]
    public float Size { get; init; }

    [SpecField("std", Number = 2, Min = 0, Doc = "Standard deviation in pixels; 0 takes 0.3 * ((size - 1) / 2 - 1) + 0.8.")]
    public float Std { get; init; }
}
