using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Reflection;

namespace Tao.Specs;

/// <summary>What a message may hold, read once from its record's attributes. Help, documentation, binding and suggestions all use it.</summary>
public sealed class SpecSchema
{
    private static readonly ConcurrentDictionary<Type, SpecSchema> _cache = new();

    private readonly ImmutableDictionary<string, SpecFieldSchema> _byName;

    private SpecSchema(Type type)
    {
        var message = type.GetCustomAttribute<SpecMessageAttribute>() ?? throw new ArgumentException($"{type} has no [SpecMessage].", nameof(type));
        Type = type;
        Name = message.Name;
        Doc = message.Doc;
        var defaults = Activator.CreateInstance(type)!;
        // What a record inherits comes first, as it would be written.
        Fields = [.. type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .OrderBy(property => property.DeclaringType == type)
            .Select(property => (property, field: property.GetCustomAttribute<SpecFieldAttribute>()))
            .Where(pair => pair.field is not null)
            .Select(pair => new SpecFieldSchema(pair.property, pair.field!, defaults))];
        _byName = Fields.ToImmutableDictionary(field => field.Name, StringComparer.Ordinal);
    }

    public Type Type { get; }

    public string Name { get; }

    public string Doc { get; }

    /// <summary>In declaration order.</summary>
    public ImmutableArray<SpecFieldSchema> Fields { get; }

    /// <param name="type">A record with <see cref="SpecMessageAttribute"/> and a parameterless constructor.</param>
    public static SpecSchema Describe(Type type) => _cache.GetOrAdd(type, key => new(key));

    public SpecFieldSchema? Find(string name) => _byName.GetValueOrDefault(name);

    /// <summary>Every field of the message and of the messages in it, with its dotted path.</summary>
    public IEnumerable<(string Path, SpecFieldSchema Field)> AllFields() => AllFields("", []);

    private IEnumerable<(string Path, SpecFieldSchema Field)> AllFields(string prefix, ImmutableHashSet<Type> above)
    {
        foreach (var field in Fields)
        {
            var path = SpecPath.Join(prefix, field.Name);
            yield return (path, field);
            if (field.Message is not { } nested || above.Contains(nested.Type))
                continue;
            foreach (var inner in nested.AllFields(path, above.Add(Type)))
                yield return inner;
        }
    }
}
