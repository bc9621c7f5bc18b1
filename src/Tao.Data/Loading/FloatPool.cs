using System.Collections.Concurrent;

namespace Tao.Data.Loading;

/// <summary>Arrays of exactly the length asked for (ArrayPool gives longer ones, which a tensor cannot take as they are).</summary>
internal sealed class FloatPool
{
    private readonly ConcurrentDictionary<int, ConcurrentBag<float[]>> _free = new();

    public float[] Rent(int length) =>
        _free.TryGetValue(length, out var bag) && bag.TryTake(out var array) ? array : GC.AllocateUninitializedArray<float>(length);

    public void Return(float[] array) => _free.GetOrAdd(array.Length, _ => []).Add(array);
}
