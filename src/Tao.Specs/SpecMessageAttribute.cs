namespace Tao.Specs;

/// <summary>Declares a record as a message of a spec; <paramref name="name"/> is the message's name in NVIDIA's schema.</summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class SpecMessageAttribute(string name) : Attribute
{
    public string Name { get; } = name;

    /// <summary>What the message is for, in one sentence.</summary>
    public string Doc { get; set; } = "";
}
