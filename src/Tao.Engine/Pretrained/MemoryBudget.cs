namespace Tao.Engine.Pretrained;

/// <summary>
/// Bounds what one weight file may make us allocate, so that a small hostile file (a huge tensor of stride 0, thousands of views of
/// one storage, zip entries that overlap) is refused instead of filling the memory. Six times the file covers every honest file: its own
/// bytes once, and the smallest stored number is one byte and becomes a float of four.
/// </summary>
internal sealed class MemoryBudget(long fileBytes)
{
    private const long FreeBytes = 64L << 20;
    private const long FileMultiple = 6;

    private long _remaining = FreeBytes + checked(FileMultiple * fileBytes);

    /// <summary>Allocates room for the shape's elements after checking them against the budget.</summary>
    public float[] Allocate(string tensorName, ReadOnlySpan<long> shape)
    {
        var count = Count(tensorName, shape);
        if (count > Array.MaxLength)
            throw TooLarge(tensorName);
        Charge(tensorName, count * sizeof(float));
        return GC.AllocateUninitializedArray<float>((int)count);
    }

    /// <summary>Books bytes that are about to be allocated for a part of the file.</summary>
    public void Charge(string partName, long bytes)
    {
        if (bytes > _remaining)
            throw TooLarge(partName);
        _remaining -= bytes;
    }

    private static WeightFormatException TooLarge(string partName) =>
        new($"its parts, up to '{partName}', need far more memory than the file's size allows.");

    /// <summary>Product of the sizes; refuses negative sizes and overflow.</summary>
    public static long Count(string tensorName, ReadOnlySpan<long> shape)
    {
        var count = 1L;
        foreach (var size in shape)
        {
            if (size < 0)
                throw new WeightFormatException($"tensor '{tensorName}' has a negative size, {size}.");
            try
            {
                count = checked(count * size);
            }
            catch (OverflowException)
            {
                throw new WeightFormatException($"tensor '{tensorName}' has an impossible size, {string.Join('x', shape.ToArray())}.");
            }
        }
        return count;
    }
}
