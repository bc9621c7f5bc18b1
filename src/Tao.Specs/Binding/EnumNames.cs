using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Reflection;
using System.Text;

namespace Tao.Specs.Binding;

/// <summary>Names and numbers of an enum's values as specs spell them.</summary>
internal static class EnumNames
{
    private static readonly ConcurrentDictionary<Type, ImmutableArray<(string Name, object Value, long Number)>> _cache = new();

    public static ImmutableArray<(string Name, object Value, long Number)> Of(Type type) => _cache.GetOrAdd(type, Read);

    public static string NameOf(object value) => Of(value.GetType()).First(item => item.Value.Equals(value)).Name;

    private static ImmutableArray<(string Name, object Value, long Number)> Read(Type type) =>
        [.. type.GetFields(BindingFlags.Public | BindingFlags.Static).Select(field =>
        {
            var value = field.GetValue(null)!;
            return (field.GetCustomAttribute<SpecNameAttribute>()?.Name ?? UpperSnake(field.Name), value, Convert.ToInt64(value, System.Globalization.CultureInfo.InvariantCulture));
        })];

    /// <summary><c>NoReg</c> becomes <c>NO_REG</c>.</summary>
    private static string UpperSnake(string name)
    {
        var text = new StringBuilder(name.Length + 4);
        for (var index = 0; index < name.Length; index++)
        {
            if (index > 0 && char.IsUpper(name[index]) && !char.IsUpper(name[index - 1]))
                text.Append('_');
            text.Append(char.ToUpperInvariant(name[index]));
        }

        return text.ToString();
    }
}
