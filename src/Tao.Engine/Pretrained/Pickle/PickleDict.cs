namespace Tao.Engine.Pretrained.Pickle;

/// <summary>
/// A Python dict or OrderedDict as the pairs it was given, in order. It does not hash its keys, which may be anything;
/// <see cref="Strings"/> gives the view that matters here.
/// </summary>
internal sealed class PickleDict
{
    public List<KeyValuePair<object?, object?>> Pairs { get; } = [];

    /// <summary>The pairs whose key is a string; of equal keys the last value counts, as in Python.</summary>
    public Dictionary<string, object?> Strings()
    {
        var values = new Dictionary<string, object?>(StringComparer.Ordinal);
        foreach (var (key, value) in Pairs)
        {
            if (key is string name)
                values[name] = value;
        }
        return values;
    }
}
