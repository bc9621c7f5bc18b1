namespace Tao.Specs;

/// <summary>One <c>name: value</c>; <paramref name="Location"/> is where the name stands.</summary>
public sealed record SpecEntry(string Name, SpecNode Value, SourceLocation Location);
