namespace Tao.Specs;

/// <summary>A single value. <paramref name="Text"/> is the decoded text of a string and otherwise the source text with its sign.</summary>
public sealed record SpecScalar(SpecScalarKind Kind, string Text, SourceLocation Location) : SpecNode(Location);
