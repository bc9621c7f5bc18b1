namespace Tao.Engine.Pretrained.Pickle;

/// <summary>A Python tuple. Equality is by reference: comparing hostile nested tuples could take forever.</summary>
internal sealed class PickleTuple(object?[] items)
{
    public static PickleTuple Empty { get; } = new([]);

    public int Count => items.Length;

    public object? this[int index] => items[index];
}
