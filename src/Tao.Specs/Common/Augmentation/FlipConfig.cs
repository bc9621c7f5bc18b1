namespace Tao.Specs.Common.Augmentation;

/// <summary>A reflection.</summary>
[SpecMessage("FlipConfig", Doc = "Mirror images.")]
public sealed record FlipConfig
{
    [SpecField("flip_horizontal", Number = 1, Doc = "Left and right change places.")]
    public bool FlipHorizontal { get; init; }

    [SpecField("flip_vertical", Number = 2, Doc = "Top and bottom change places.")]
    public bool FlipVertical { get; init; }
}
