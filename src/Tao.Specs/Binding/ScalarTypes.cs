namespace Tao.Specs.Binding;

/// <summary>Names of the plain types a field may have, and how to show a value of each as a spec would write it.</summary>
internal static class ScalarTypes
{
    private static readonly Dictionary<Type, string> _names = new()
    {
        [typeof(uint)] = "uint32",
        [typeof(int)] = "int32",
        [typeof(ulong)] = "uint64",
        [typeof(long)] = "int64",
        [typeof(float)] = "float",
        [typeof(double)] = "double",
        [typeof(bool)] = "bool",
        [typeof(string)] = "string",
    };

    public static string NameOf(Type type) => type.IsEnum ? "enum" : _names.GetValueOrDefault(type) ?? throw new ArgumentException($"{type} cannot be a spec field.", nameof(type));

    /// <summary>What a value of the type looks like, for remedies.</summary>
    public static string Example(Type type) => NameOf(type) switch
    {
        "bool" => "true or false",
        "string" => "text in quotes",
        "float" or "double" => "a number such as 0.5",
        "enum" => "one of its names",
        "uint32" or "uint64" => "a whole number such as 3",
        _ => "a whole number such as -3",
    };
}
