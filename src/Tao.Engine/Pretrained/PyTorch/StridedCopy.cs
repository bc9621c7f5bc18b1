namespace Tao.Engine.Pretrained.PyTorch;

/// <summary>Takes a strided view's elements out of a storage, row-major. Every index is inside the storage, or it is an error.</summary>
internal static class StridedCopy
{
    public static void Copy(string name, TorchTensor tensor, ReadOnlySpan<byte> storage, Span<float> target)
    {
        Check(name, tensor);
        if (target.IsEmpty)
            return;
        var size = ElementDecoder.SizeOf(tensor.Storage.Format);
        if (IsContiguous(tensor))
        {
            ElementDecoder.Decode(tensor.Storage.Format, storage[checked((int)(tensor.Offset * size))..], target);
            return;
        }
        Gather(tensor, storage, target, size);
    }

    /// <summary>Collects the raw elements first, so the work depends on the tensor's size and not on the storage's.</summary>
    private static void Gather(TorchTensor tensor, ReadOnlySpan<byte> storage, Span<float> target, int size)
    {
        var bytes = new byte[checked(target.Length * size)];
        var index = new long[tensor.Shape.Length];
        var position = tensor.Offset;
        for (var i = 0; i < target.Length; i++)
        {
            storage.Slice((int)(position * size), size).CopyTo(bytes.AsSpan(i * size));
            for (var axis = index.Length - 1; axis >= 0; axis--)
            {
                position += tensor.Strides[axis];
                if (++index[axis] < tensor.Shape[axis])
                    break;
                position -= tensor.Strides[axis] * tensor.Shape[axis];
                index[axis] = 0;
            }
        }
        ElementDecoder.Decode(tensor.Storage.Format, bytes, target);
    }

    private static void Check(string name, TorchTensor tensor)
    {
        if (tensor.Strides.Length != tensor.Shape.Length)
            throw new WeightFormatException($"tensor '{name}' has {tensor.Shape.Length} axes but {tensor.Strides.Length} strides.");
        Int128 last = tensor.Offset;
        for (var axis = 0; axis < tensor.Shape.Length; axis++)
        {
            if (tensor.Strides[axis] < 0)
                throw new WeightFormatException($"tensor '{name}' has a negative stride.");
            if (tensor.Shape[axis] == 0)
                return;
            last += (Int128)(tensor.Shape[axis] - 1) * tensor.Strides[axis];
        }
        if (tensor.Offset < 0 || last >= tensor.Storage.Count)
            throw new WeightFormatException($"tensor '{name}' reaches element {last} of a storage of {tensor.Storage.Count}.");
    }

    private static bool IsContiguous(TorchTensor tensor)
    {
        var expected = 1L;
        for (var axis = tensor.Shape.Length - 1; axis >= 0; axis--)
        {
            // The stride of an axis of size 1 is never used and PyTorch leaves anything there.
            if (tensor.Shape[axis] != 1 && tensor.Strides[axis] != expected)
                return false;
            expected *= tensor.Shape[axis];
        }
        return true;
    }
}
