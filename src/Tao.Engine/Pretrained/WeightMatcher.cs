using System.Collections.Immutable;
using Tao.Graph;

namespace Tao.Engine.Pretrained;

/// <summary>
/// Copies a file's tensors into a network by name, as TAO does: the head may differ; another shape before the head means that the
/// file is a pruned model, whose own graph must be used, or belongs to another network. The report says which.
/// </summary>
public static class WeightMatcher
{
    /// <summary>PyTorch's batch counter of batch norm, which nothing here reads.</summary>
    private const string BatchCounterSuffix = "num_batches_tracked";

    /// <param name="initial">Values of the parameters that the file does not give.</param>
    public static WeightMatch Match(NetworkGraph graph, Weights initial, WeightSource source, WeightMatchOptions? options = null)
    {
        options ??= WeightMatchOptions.Default;
        var matched = ImmutableArray.CreateBuilder<MatchedParameter>();
        var mismatches = ImmutableArray.CreateBuilder<ShapeMismatch>();
        var missing = ImmutableArray.CreateBuilder<MissingParameter>();
        var values = initial.Values.ToBuilder();
        foreach (var (name, spec, node) in graph.Parameters())
        {
            var inHead = options.HeadNodes.Contains(node.ParameterScope);
            if (FindSource(name, source.Tensors, options) is not { } sourceName)
            {
                // Quantisation ranges are ours alone; no file is expected to have them.
                if (spec.Role != ParameterRole.QuantizationRange)
                    missing.Add(new(name, inHead));
                continue;
            }
            var tensor = source.Tensors[sourceName];
            if (SameButForTrailingOnes(spec.Shape, tensor.Shape))
            {
                values[name] = tensor with { Shape = spec.Shape };
                matched.Add(new(name, sourceName, inHead));
            }
            else
            {
                mismatches.Add(new(name, sourceName, spec.Shape, tensor.Shape, inHead));
            }
        }
        var report = new MatchReport(source.Path, source.Format)
        {
            Matched = matched.ToImmutable(),
            ShapeMismatches = mismatches.ToImmutable(),
            Missing = missing.ToImmutable(),
            Unused = Unused(source, matched.Select(item => item.SourceName).Concat(mismatches.Select(item => item.SourceName))),
        };
        return new WeightMatch(new Weights(values.ToImmutable()), report);
    }

    private static string? FindSource(string name, Weights tensors, WeightMatchOptions options) =>
        options.Aliases.Select(table => table.GetValueOrDefault(name)).Prepend(name)
            .FirstOrDefault(candidate => candidate is not null && tensors.Values.ContainsKey(candidate));

    private static ImmutableArray<string> Unused(WeightSource source, IEnumerable<string> used)
    {
        var usedNames = used.ToHashSet(StringComparer.Ordinal);
        return [.. source.Tensors.Values.Keys.Where(name =>
            !usedNames.Contains(name) && !name.EndsWith(BatchCounterSuffix, StringComparison.Ordinal))];
    }

    /// <summary>A 1×1 convolution's kernel [out,in,1,1] and a linear layer's [out,in] hold the same numbers in the same order.</summary>
    private static bool SameButForTrailingOnes(TensorShape left, TensorShape right) =>
        WithoutTrailingOnes(left).SequenceEqual(WithoutTrailingOnes(right));

    private static ReadOnlySpan<long> WithoutTrailingOnes(TensorShape shape) => shape.Sizes.AsSpan().TrimEnd(1L);
}
