namespace Tao.Specs.Common.Augmentation;

/// <summary>The geometric part of an augmentation.</summary>
[SpecMessage("SpatialConfig", Doc = "Where the pixels go; applied in the order shear, translation, rotation, flip.")]
public sealed record SpatialConfig
{
    [SpecField("rotation_config", Number = 1, Doc = "A turn about the centre.")]
    public RotationConfig? RotationConfig { get; init; }

    [SpecField("shear_config", Number = 2, Doc = "A slant.")]
    public ShearConfig? ShearConfig { get; init; }

    [SpecField("flip_config", Number = 3, Doc = "Mirror images.")]
    public FlipConfig? FlipConfig { get; init; }

    [SpecField("translation_config", Number = 4, Doc = "A shift.")]
    public TranslationConfig? TranslationConfig { get; init; }
}
