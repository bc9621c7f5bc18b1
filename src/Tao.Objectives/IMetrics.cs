using System.Collections.Immutable;
using Tao.Data.Loading;

namespace Tao.Objectives;

/// <summary>Accumulates predictions over batches.</summary>
public interface IMetrics
{
    /// <param name="predictions">The prediction values of the batch in the objective's order, each row-major.</param>
    void Add(IReadOnlyList<ReadOnlyMemory<float>> predictions, ImageBatch batch);

    /// <summary>Metrics by name, such as <c>loss</c> and <c>accuracy</c>.</summary>
    ImmutableSortedDictionary<string, double> Summarize();
}
