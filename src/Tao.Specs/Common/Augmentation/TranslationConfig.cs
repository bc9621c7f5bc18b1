namespace Tao.Specs.Common.Augmentation;

/// <summary>A translation.</summary>
[SpecMessage("TranslationConfig", Doc = "A shift of what the output shows.")]
public sealed record TranslationConfig
{
    [SpecField("translate_x", Number = 1, Doc = "Pixels to the side.")]
    public int TranslateX { get; init; }

    [SpecField("translate_y", Number = 2, Doc = "Pixels down.")]
    public int TranslateY { get; init; }
}
