namespace Tao.Specs;

/// <summary>The spelling of an enum value in specs, where it is not the member's name in UPPER_SNAKE_CASE.</summary>
[AttributeUsage(AttributeTargets.Field)]
public sealed class SpecNameAttribute(string name) : Attribute
{
    public string Name { get; } = name;
}
