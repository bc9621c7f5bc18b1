using System.Collections.Immutable;
using Tao.Data.Detection;

namespace Tao.Data.Classification;

/// <summary>One image of a dataset.</summary>
/// <param name="RelativePath">Path below the dataset's root, with '/'.</param>
/// <param name="Labels">Index of the class in each of the dataset's label sets; empty for an image without labels.</param>
/// <param name="Sha256">Lower-case hash of the file's bytes, or null when it was not read.</param>
/// <param name="Width">Width as displayed (EXIF applied).</param>
/// <param name="Height">Height as displayed.</param>
public sealed record ImageSample(string RelativePath, ImmutableArray<int> Labels, string? Sha256, int Width, int Height)
{
    /// <summary>The objects on the image, in its pixels as displayed; empty where whole images are labelled.</summary>
    public ImmutableArray<GroundTruthBox> Boxes { get; init; } = [];

    public bool Equals(ImageSample? other) => other is not null
        && (RelativePath, Sha256, Width, Height) == (other.RelativePath, other.Sha256, other.Width, other.Height)
        && Labels.SequenceEqual(other.Labels) && Boxes.SequenceEqual(other.Boxes);

    public override int GetHashCode() => HashCode.Combine(RelativePath, Sha256, Width, Height);
}
