using System.Collections.Immutable;
using Tao.Graph.Ops;

namespace Tao.Graph.Passes;

/// <summary>The numbers of pruning: a layer's normalised filter norms, their combination over layers, and which filters stay.</summary>
internal static class FilterSelection
{
    /// <summary>Euclidean norm of each filter (axis 0 of the kernel, bias ignored), normalised over the layer.</summary>
    public static double[] NormalizedNorms(WeightTensor kernel, Normalizer normalizer)
    {
        var filters = (int)kernel.Shape[0];
        var size = kernel.Data.Length / filters;
        var norms = new double[filters];
        for (var filter = 0; filter < filters; filter++)
        {
            foreach (var weight in kernel.Data.Span.Slice(filter * size, size))
                norms[filter] += (double)weight * weight;
            norms[filter] = Math.Sqrt(norms[filter]);
        }
        var divisor = normalizer == Normalizer.Max ? norms.Max() : Math.Sqrt(norms.Sum(norm => norm * norm)) / filters;
        // A layer of zeros has no large filters, whatever the normalizer.
        return divisor > 0 ? [.. norms.Select(norm => norm / divisor)] : norms;
    }

    /// <summary>Element by element over layers of equally many filters.</summary>
    public static double[] Combine(IReadOnlyList<double[]> norms, EqualizationCriterion criterion)
    {
        var combined = new double[norms[0].Length];
        for (var filter = 0; filter < combined.Length; filter++)
        {
            var values = norms.Select(layer => layer[filter]);
            combined[filter] = criterion switch
            {
                EqualizationCriterion.Union => values.Max(),
                EqualizationCriterion.Intersection => values.Min(),
                EqualizationCriterion.ArithmeticMean => values.Average(),
                EqualizationCriterion.GeometricMean => Math.Exp(values.Average(Math.Log)),
                _ => throw new GraphException($"There is no equalization criterion {criterion}."),
            };
        }
        return combined;
    }

    /// <summary>
    /// How many stay: those above the threshold, or the ratio where one is set; at least the minimum, rounded up to the granularity, at most
    /// all. Which: the largest; among equals the first.
    /// </summary>
    public static ImmutableArray<int> Keep(double[] norms, PruneSettings settings)
    {
        var wanted = settings.KeepRatio > 0 ? (int)Math.Ceiling(settings.KeepRatio * norms.Length) : norms.Count(norm => norm > settings.Threshold);
        var count = Math.Max(wanted, Math.Min(settings.MinFilters, norms.Length));
        count = (count + settings.Granularity - 1) / settings.Granularity * settings.Granularity;
        return [.. Enumerable.Range(0, norms.Length).OrderByDescending(filter => norms[filter]).Take(count).Order()];
    }

    public static ImmutableArray<int> KeepAll(int filters) => [.. Enumerable.Range(0, filters)];

    public static string KernelOf(string scope) => $"{scope}.{KernelParameters.Weight}";
}
