using System.Collections.Immutable;
using Tao.Data.Loading;

namespace Tao.Objectives;

/// <summary>Accumulates predictions over batches.</summary>
public interface IMetrics
{
    /// <param name="predictions">The prediction values of the batch in the objective's order, each row-major.</param>
    void Add(IReadOnlyList<ReadOnlyMemory<float>> predictions, ImageBatch batch);

    /// <summary>Metrics by name; <c>loss</c> and the objective's <see cref="KeyMetrics.Result"/> are always among them.</summary>
    ImmutableSortedDictionary<string, double> Summarize();

    /// <summary>The validation columns of the training log; those that the objective's <see cref="KeyMetrics"/> name are always among them.</summary>
    ImmutableSortedDictionary<string, double> LogColumns();

    /// <summary>All of it as text for people.</summary>
    string Report();

    ImmutableArray<MetricsTable> Tables();
}
