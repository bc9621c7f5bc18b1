using System.Collections.Immutable;

namespace Tao.Data.Classification;

/// <summary>The samples of one split; the root is relative to the project's folder where it lies below it, with '/'.</summary>
public sealed record DatasetSplit(string Root, ImmutableArray<ImageSample> Samples);
