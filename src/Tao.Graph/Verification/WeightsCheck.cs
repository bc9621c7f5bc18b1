namespace Tao.Graph.Verification;

/// <summary>Every parameter present, in its declared shape, finite; no weight that the graph does not know.</summary>
internal static class WeightsCheck
{
    public static IEnumerable<string> Run(Model model)
    {
        var known = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (name, spec, node) in model.Graph.Parameters())
        {
            known.Add(name);
            if (!model.Weights.Values.TryGetValue(name, out var tensor))
                yield return $"The weight '{name}' of node '{node.Name}' is missing.";
            else if (tensor.Shape != spec.Shape)
                yield return $"The weight '{name}' is [{tensor.Shape}], but node '{node.Name}' needs [{spec.Shape}].";
            else if (tensor.Data.Length != spec.Shape.ElementCount)
                yield return $"The weight '{name}' says [{tensor.Shape}] but holds {tensor.Data.Length} numbers.";
            else if (FirstNonFinite(tensor) is var index and >= 0)
                yield return $"The weight '{name}' holds a number that is not finite, at position {index}.";
        }
        foreach (var name in model.Weights.Values.Keys.Where(name => !known.Contains(name)))
            yield return $"The weight '{name}' belongs to no node.";
    }

    private static int FirstNonFinite(WeightTensor tensor)
    {
        var data = tensor.Data.Span;
        for (var i = 0; i < data.Length; i++)
        {
            if (!float.IsFinite(data[i]))
                return i;
        }
        return -1;
    }
}
