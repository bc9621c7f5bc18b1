namespace Tao.Data.Classification;

/// <summary>One image of a dataset.</summary>
/// <param name="RelativePath">Path below the dataset's root, with '/'.</param>
/// <param name="Label">Index of the class; -1 for an image without a label.</param>
/// <param name="Sha256">Lower-case hash of the file's bytes, or null when it was not read.</param>
/// <param name="Width">Width as displayed (EXIF applied).</param>
/// <param name="Height">Height as displayed.</param>
public sealed record ImageSample(string RelativePath, int Label, string? Sha256, int Width, int Height);
