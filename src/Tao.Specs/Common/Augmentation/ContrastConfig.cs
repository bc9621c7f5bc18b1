namespace Tao.Specs.Common.Augmentation;

/// <summary>Contrast.</summary>
[SpecMessage("ContrastConfig", Doc = "Contrast.")]
public sealed record ContrastConfig
{
    [SpecField("contrast", Number = 1, Doc = "Values become (1 + contrast) times as far from the centre; 0 keeps them.")]
    public float Contrast { get; init; }

    [SpecField("center", Number = 2, Doc = "The value that stays, 0 to 255; 127.5 is the middle.")]
    public float Center { get; init; }
}
