using System.Collections.Immutable;

namespace Tao.Specs.Syntax;

/// <summary>Collects the fields of a YAML or JSON mapping and reports a key given twice.</summary>
internal sealed class MappingBuilder(DiagnosticBag bag)
{
    private readonly ImmutableArray<SpecEntry>.Builder _entries = ImmutableArray.CreateBuilder<SpecEntry>();
    private readonly Dictionary<string, SourceLocation> _first = new(StringComparer.Ordinal);

    public void Add(string name, SpecNode value, SourceLocation location)
    {
        if (!_first.TryAdd(name, location))
            bag.Error(SpecCodes.DuplicateKey, $"'{name}' is given twice; the first is at {_first[name]}.", "Remove one of them.", location);
        _entries.Add(new(name, value, location));
    }

    /// <summary>Adds what a YAML merge key brings, after all explicit keys: those win over it, and an earlier merge over a later one.</summary>
    public void Merge(SpecBlock source)
    {
        foreach (var entry in source.Entries.Where(entry => _first.TryAdd(entry.Name, entry.Location)))
            _entries.Add(entry);
    }

    public SpecBlock ToBlock(SourceLocation location) => new(_entries.ToImmutable(), IsMapping: true, location);
}
