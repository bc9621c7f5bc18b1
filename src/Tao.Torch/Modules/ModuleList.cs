using System.Collections;
using System.Globalization;
using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Modules by number, called by whoever holds the list.</summary>
public class ModuleList<T> : nn.Module, IReadOnlyList<T>
    where T : nn.Module
{
    private readonly List<T> _items = [];

    /// <summary>From the modules.</summary>
    public ModuleList(params T[] modules)
        : base(nameof(ModuleList<T>))
        => append(modules);

    /// <summary>How many there are.</summary>
    public int Count => _items.Count;

    /// <summary>One of them.</summary>
    public T this[int index] => _items[index];

    /// <summary>Adds one.</summary>
    public void Add(T item)
    {
        register_module(_items.Count.ToString(CultureInfo.InvariantCulture), item);
        _items.Add(item);
    }

    /// <summary>Adds some.</summary>
    public void append(params T[] parameters) => extend(parameters);

    /// <summary>Adds some.</summary>
    public void extend(IEnumerable<T> modules)
    {
        foreach (var module in modules) Add(module);
    }

    /// <inheritdoc/>
    public IEnumerator<T> GetEnumerator() => _items.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
