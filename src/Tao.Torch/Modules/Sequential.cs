using System.Globalization;
using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Modules one after another.</summary>
public class Sequential : nn.Module<Tensor, Tensor>
{
    private readonly List<nn.Module<Tensor, Tensor>> _items = [];

    internal Sequential(IEnumerable<(string Name, nn.Module<Tensor, Tensor> Module)> modules)
        : base(nameof(Sequential))
    {
        foreach (var (key, module) in modules) append(key, module);
    }

    /// <summary>How many there are.</summary>
    public int Count => _items.Count;

    /// <summary>One of them.</summary>
    public nn.IModule<Tensor, Tensor> this[int index] => _items[index];

    /// <summary>Adds one at the end.</summary>
    public Sequential append(string name, nn.IModule<Tensor, Tensor> module)
    {
        var item = (nn.Module<Tensor, Tensor>)module;
        register_module(name, item);
        _items.Add(item);
        return this;
    }

    /// <summary>Adds one at the end, named by its number.</summary>
    public Sequential append(nn.IModule<Tensor, Tensor> module) => append(_items.Count.ToString(CultureInfo.InvariantCulture), module);

    /// <inheritdoc/>
    public override Tensor forward(Tensor input)
    {
        if (_items.Count == 0) return input.Same();
        using var scope = NewDisposeScope();
        var x = input;
        foreach (var item in _items) x = item.call(x);
        return x.MoveToOuterDisposeScope();
    }
}
