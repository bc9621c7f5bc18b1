using System.Collections.Immutable;

namespace Tao.Specs;

/// <summary>Named fields in the order written. In protobuf text a name may come several times.</summary>
/// <param name="IsMapping">The block is a YAML or JSON mapping, where a map field's keys are written as names.</param>
public sealed record SpecBlock(ImmutableArray<SpecEntry> Entries, bool IsMapping, SourceLocation Location) : SpecNode(Location)
{
    /// <summary>The last entry of that name, which is the one that counts for a single value.</summary>
    public SpecEntry? Find(string name) => Entries.LastOrDefault(entry => entry.Name == name);
}
