using System.Collections;
using System.Collections.Immutable;
using System.Reflection;

namespace Tao.Specs.Binding;

/// <summary>Makes and reads the immutable collections of a property whose element type is known only at run time.</summary>
internal static class ImmutableCollections
{
    private static readonly MethodInfo _array = typeof(ImmutableCollections).GetMethod(nameof(ArrayOf), BindingFlags.NonPublic | BindingFlags.Static)!;
    private static readonly MethodInfo _map = typeof(ImmutableCollections).GetMethod(nameof(MapOf), BindingFlags.NonPublic | BindingFlags.Static)!;

    public static object Array(Type element, IEnumerable<object?> items) => _array.MakeGenericMethod(element).Invoke(null, [items])!;

    public static object Map(Type element, IEnumerable<KeyValuePair<string, object>> items) => _map.MakeGenericMethod(element).Invoke(null, [items])!;

    public static IEnumerable<object> Items(object array) => ((IEnumerable)array).Cast<object>();

    /// <summary>Sorted by key in ordinal order, whatever comparer the map has.</summary>
    public static IEnumerable<(string Key, object Value)> Entries(object map)
    {
        var dictionary = (IDictionary)map;
        return dictionary.Keys.Cast<string>().Order(StringComparer.Ordinal).Select(key => (key, dictionary[key]!));
    }

    private static ImmutableArray<T> ArrayOf<T>(IEnumerable<object?> items) => [.. items.Cast<T>()];

    private static ImmutableSortedDictionary<string, T> MapOf<T>(IEnumerable<KeyValuePair<string, object>> items) =>
        items.ToImmutableSortedDictionary(item => item.Key, item => (T)item.Value, StringComparer.Ordinal);
}
