using System.Collections.Immutable;

namespace Tao.Graph;

/// <summary>Parameter values by full name (<c>conv1.weight</c>), sorted by name.</summary>
public sealed class Weights(ImmutableSortedDictionary<string, WeightTensor> values)
{
    public static Weights Empty { get; } = new(ImmutableSortedDictionary.Create<string, WeightTensor>(StringComparer.Ordinal));

    public ImmutableSortedDictionary<string, WeightTensor> Values { get; } = values;

    public WeightTensor this[string name] =>
        Values.GetValueOrDefault(name) ?? throw new GraphException($"There is no weight '{name}'.");

    public long ParameterCount => Values.Values.Sum(tensor => tensor.Shape.ElementCount);

    public static Weights From(IEnumerable<KeyValuePair<string, WeightTensor>> values) =>
        new(values.ToImmutableSortedDictionary(StringComparer.Ordinal));

    /// <summary>Only the parameters that the graph has.</summary>
    public Weights For(NetworkGraph graph)
    {
        var names = graph.Parameters().Select(parameter => parameter.Name).ToHashSet(StringComparer.Ordinal);
        return From(Values.Where(value => names.Contains(value.Key)));
    }

    public Weights With(string name, WeightTensor tensor) => new(Values.SetItem(name, tensor));

    public Weights With(Weights others) => new(Values.SetItems(others.Values));
}
