using System.Collections.Immutable;
using System.Reflection;
using Tao.Specs.Binding;

namespace Tao.Specs;

/// <summary>One field of a message: its place in the schema and everything its attribute says.</summary>
public sealed class SpecFieldSchema
{
    private readonly PropertyInfo _property;

    internal SpecFieldSchema(PropertyInfo property, SpecFieldAttribute attribute, object defaults)
    {
        _property = property;
        Attribute = attribute;
        Shape = ShapeOf(property.PropertyType);
        var element = Shape == SpecFieldShape.Single ? property.PropertyType : property.PropertyType.GenericTypeArguments[^1];
        ElementType = Nullable.GetUnderlyingType(element) ?? element;
        Default = property.GetValue(defaults);
        IsMessage = ElementType.GetCustomAttribute<SpecMessageAttribute>() is not null;
    }

    public SpecFieldAttribute Attribute { get; }

    public string Name => Attribute.Name;

    public SpecFieldShape Shape { get; }

    internal Type DeclaringType => _property.DeclaringType!;

    /// <summary>Type of the value, of one item, or of one map value.</summary>
    public Type ElementType { get; }

    public bool IsMessage { get; }

    /// <summary>The schema of the message, of one item or of one map value; null for plain values.</summary>
    public SpecSchema? Message => IsMessage ? SpecSchema.Describe(ElementType) : null;

    /// <summary>The value of an absent field.</summary>
    public object? Default { get; }

    /// <summary>The default as a spec would write it; null for messages, lists, maps and values that may be absent.</summary>
    public string? DefaultText => IsMessage || Shape != SpecFieldShape.Single || Default is null ? null : ValueText.Of(Default);

    /// <summary>The type as protobuf names it: <c>uint32</c>, <c>repeated float</c>, <c>map&lt;string, float&gt;</c>, <c>EvalConfig</c>.</summary>
    public string TypeName => Shape switch
    {
        SpecFieldShape.Repeated => $"repeated {ElementTypeName}",
        SpecFieldShape.Map => $"map<string, {ElementTypeName}>",
        _ => ElementTypeName,
    };

    /// <summary>The allowed values of a text or enum field; empty when any will do.</summary>
    public ImmutableArray<string> AllowedValues => ElementType.IsEnum ? [.. EnumNames.Of(ElementType).Select(pair => pair.Name)] : [.. Attribute.Values];

    /// <summary>The range in words, such as <c>&gt; 0 and &lt; 1</c>; null when any number will do.</summary>
    public string? RangeText => RangeCheck.Describe(Attribute);

    /// <summary>The stages that read the field when it stands in a message with <paramref name="inherited"/> stages.</summary>
    public SpecStages StagesWithin(SpecStages inherited)
    {
        if (Attribute.Volatile || Attribute.Ignored is not null || Attribute.Retired is not null)
            return SpecStages.None;
        return Attribute.HasStages ? Attribute.Stages : inherited;
    }

    internal string ElementTypeName => Message?.Name ?? ScalarTypes.NameOf(ElementType);

    internal object? GetValue(object message) => _property.GetValue(message);

    internal void SetValue(object message, object? value) => _property.SetValue(message, value);

    private static SpecFieldShape ShapeOf(Type type)
    {
        var definition = type.IsGenericType ? type.GetGenericTypeDefinition() : null;
        if (definition == typeof(ImmutableArray<>))
            return SpecFieldShape.Repeated;
        return definition == typeof(ImmutableSortedDictionary<,>) ? SpecFieldShape.Map : SpecFieldShape.Single;
    }
}
