using static TorchSharp.torch;

namespace TorchSharp;

/// <summary>
/// Disposes, at its end, every tensor made on this thread since it was opened and not moved out. Scopes nest per thread; open one with
/// <see cref="NewDisposeScope"/> and close it with <c>using</c>.
/// </summary>
public sealed class DisposeScope : IDisposable
{
    [ThreadStatic]
    private static DisposeScope? _current;

    private HashSet<IDisposable> _items = new(ReferenceEqualityComparer.Instance);
    private DisposeScope? _outer;
    private bool _closed;

    internal DisposeScope()
    {
        _outer = _current;
        _current = this;
    }

    internal static DisposeScope? Current => _current;

    /// <summary>How many things this scope will dispose.</summary>
    public int DisposablesCount => _items.Count;

    /// <summary>A snapshot of them.</summary>
    public IReadOnlyList<IDisposable> DisposablesView => [.. _items];

    /// <summary>Whether this scope will dispose it.</summary>
    public bool Contains(IDisposable disposable) => _items.Contains(disposable);

    /// <summary>Puts something under this scope, taking it out of its own.</summary>
    public void Attach(IDisposable disposable)
    {
        if (disposable is Tensor tensor)
        {
            tensor.OwningScope?._items.Remove(tensor);
            tensor.OwningScope = this;
        }
        _items.Add(disposable);
    }

    /// <inheritdoc cref="Attach(IDisposable)"/>
    public void Attach(params IDisposable[] disposables)
    {
        foreach (var item in disposables) Attach(item);
    }

    /// <inheritdoc cref="Attach(IDisposable)"/>
    public IReadOnlyList<IDisposable> Attach(IEnumerable<IDisposable> disposables)
    {
        var list = disposables.ToArray();
        Attach(list);
        return list;
    }

    /// <summary>Takes something out, so that no scope disposes it.</summary>
    public T Detach<T>(T disposable)
        where T : IDisposable
    {
        _items.Remove(disposable);
        if (disposable is Tensor tensor && ReferenceEquals(tensor.OwningScope, this)) tensor.OwningScope = null;
        return disposable;
    }

    /// <inheritdoc cref="Detach{T}(T)"/>
    public (T1 First, T2 Second) Detach<T1, T2>(T1 first, T2 second)
        where T1 : IDisposable
        where T2 : IDisposable
        => (Detach(first), Detach(second));

    /// <inheritdoc cref="Detach{T}(T)"/>
    public (T1 First, T2 Second, T3 Third) Detach<T1, T2, T3>(T1 first, T2 second, T3 third)
        where T1 : IDisposable
        where T2 : IDisposable
        where T3 : IDisposable
        => (Detach(first), Detach(second), Detach(third));

    /// <inheritdoc cref="Detach{T}(T)"/>
    public void Detach(params IDisposable[] disposables)
    {
        foreach (var item in disposables) Detach(item);
    }

    /// <inheritdoc cref="Detach{T}(T)"/>
    public void Detach(IEnumerable<IDisposable> disposables) => Detach(disposables.ToArray());

    /// <summary>Hands something to the enclosing scope; without one it is detached.</summary>
    public T MoveToOuter<T>(T disposable)
        where T : IDisposable
        => MoveToOther(_outer, disposable);

    /// <inheritdoc cref="MoveToOuter{T}(T)"/>
    public (T1 First, T2 Second) MoveToOuter<T1, T2>(T1 first, T2 second)
        where T1 : IDisposable
        where T2 : IDisposable
        => (MoveToOuter(first), MoveToOuter(second));

    /// <inheritdoc cref="MoveToOuter{T}(T)"/>
    public (T1 First, T2 Second, T3 Third) MoveToOuter<T1, T2, T3>(T1 first, T2 second, T3 third)
        where T1 : IDisposable
        where T2 : IDisposable
        where T3 : IDisposable
        => (MoveToOuter(first), MoveToOuter(second), MoveToOuter(third));

    /// <inheritdoc cref="MoveToOuter{T}(T)"/>
    public void MoveToOuter(params IDisposable[] disposables)
    {
        foreach (var item in disposables) MoveToOuter(item);
    }

    /// <inheritdoc cref="MoveToOuter{T}(T)"/>
    public void MoveToOuter(IEnumerable<IDisposable> disposables) => MoveToOuter(disposables.ToArray());

    /// <summary>Hands something to another scope; null detaches it.</summary>
    public T MoveToOther<T>(DisposeScope? scope, T disposable)
        where T : IDisposable
    {
        Detach(disposable);
        scope?.Attach((IDisposable)disposable);
        return disposable;
    }

    /// <summary>Disposes everything now; the scope stays open.</summary>
    public void DisposeEverything() => DisposeEverythingBut([]);

    /// <summary>Disposes everything now but the given things, which stay in this scope.</summary>
    public void DisposeEverythingBut(IEnumerable<IDisposable> inKeep)
    {
        var keep = new HashSet<IDisposable>(inKeep, ReferenceEqualityComparer.Instance);
        var items = _items;
        _items = new HashSet<IDisposable>(ReferenceEqualityComparer.Instance);
        foreach (var item in items)
        {
            if (keep.Contains(item))
            {
                _items.Add(item);
                continue;
            }
            if (item is Tensor tensor) tensor.OwningScope = null;
            item.Dispose();
        }
    }

    /// <inheritdoc cref="DisposeEverythingBut(IEnumerable{IDisposable})"/>
    public void DisposeEverythingBut(params IDisposable[] keep) => DisposeEverythingBut((IEnumerable<IDisposable>)keep);

    /// <inheritdoc cref="DisposeEverythingBut(IEnumerable{IDisposable})"/>
    public T DisposeEverythingBut<T>(T keep)
        where T : IDisposable
    {
        DisposeEverythingBut((IEnumerable<IDisposable>)[keep]);
        return keep;
    }

    /// <summary>Forgets something that was disposed by its owner.</summary>
    public void MarkAsDisposed(IDisposable disposable)
    {
        _items.Remove(disposable);
        if (disposable is Tensor tensor) tensor.OwningScope = null;
    }

    /// <summary>Disposes what is left and makes the enclosing scope current again.</summary>
    public void Dispose()
    {
        if (_closed) return;
        _closed = true;
        DisposeEverything();
        Unlink();
    }

    // Usually the innermost scope; an outer one closed first is taken out of the chain.
    private void Unlink()
    {
        if (ReferenceEquals(_current, this))
        {
            _current = _outer;
            return;
        }
        for (var scope = _current; scope is not null; scope = scope._outer)
        {
            if (!ReferenceEquals(scope._outer, this)) continue;
            scope._outer = _outer;
            return;
        }
    }
}
