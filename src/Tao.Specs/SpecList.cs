using System.Collections.Immutable;

namespace Tao.Specs;

/// <summary><c>[a, b]</c>, or a YAML or JSON sequence.</summary>
public sealed record SpecList(ImmutableArray<SpecNode> Items, SourceLocation Location) : SpecNode(Location);
