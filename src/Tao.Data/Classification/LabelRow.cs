using System.Collections.Immutable;

namespace Tao.Data.Classification;

/// <param name="Line">In the label table, from 1.</param>
/// <param name="Image">Path below the image folder, with '/'.</param>
/// <param name="Values">One for each column of labels.</param>
internal sealed record LabelRow(int Line, string Image, ImmutableArray<string> Values);
