using System.Collections.Immutable;

namespace Tao.Data.Conversion;

/// <summary>What a conversion wrote. Safe to fill from several threads.</summary>
public sealed class RecordStatistics
{
    private readonly Lock _lock = new();
    private readonly SortedDictionary<string, int> _objects = new(StringComparer.Ordinal);

    public int Records { get; private set; }

    /// <summary>Objects by class name, in lower case as the records have it.</summary>
    public ImmutableSortedDictionary<string, int> Objects
    {
        get
        {
            lock (_lock)
                return _objects.ToImmutableSortedDictionary(StringComparer.Ordinal);
        }
    }

    internal void Add(DetectionExample example)
    {
        lock (_lock)
        {
            Records++;
            foreach (var labeled in example.Objects)
            {
                var name = labeled.ClassName.ToLowerInvariant();
                _objects[name] = _objects.GetValueOrDefault(name) + 1;
            }
        }
    }
}
