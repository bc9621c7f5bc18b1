using System.Collections.Immutable;

namespace Tao.Data.Detection;

/// <summary>An image and the objects on it.</summary>
/// <param name="Path">Full path of the image.</param>
/// <param name="LabelPath">Full path of the file that names the objects.</param>
public sealed record LabeledImage(string Path, string LabelPath, ImmutableArray<LabeledObject> Objects);
