using System.Collections.Immutable;

namespace Tao.Data.Detection;

/// <param name="FileName">The image's name as the file gives it; may be empty.</param>
internal sealed record VocAnnotation(string FileName, ImmutableArray<LabeledObject> Objects);
