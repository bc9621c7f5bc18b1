using System.Collections;
using TorchSharp.Native;
using static TorchSharp.Native.NativeMethods;
using static TorchSharp.torch;

namespace TorchSharp.Utils;

/// <summary>A host tensor's elements in row-major order. Reading a whole tensor is one native copy; the indexer goes straight to the memory.</summary>
public sealed unsafe class TensorAccessor<T> : IDisposable, IEnumerable<T>
    where T : unmanaged
{
    private readonly Tensor _tensor;
    private readonly T* _data;
    private readonly long[] _shape;
    private readonly long[] _strides;
    private readonly bool _contiguous;

    internal TensorAccessor(Tensor tensor)
    {
        _tensor = tensor;
        _data = (T*)tensor.DataPointer();
        _shape = tensor.shape;
        _strides = tensor.stride();
        _contiguous = tensor.is_contiguous();
        Count = tensor.numel();
    }

    /// <summary>Number of elements.</summary>
    public long Count { get; }

    /// <summary>False: elements can be written.</summary>
    public bool IsReadOnly => false;

    /// <summary>The element at one index per dimension, or at one row-major index.</summary>
    public T this[params long[] indices]
    {
        get => _data[Offset(indices)];
        set => _data[Offset(indices)] = value;
    }

    /// <summary>A copy of all elements.</summary>
    public T[] ToArray()
    {
        var result = new T[Count];
        CopyTo(result);
        return result;
    }

    /// <summary>Copies the elements from <paramref name="tensorIndex"/> on to <paramref name="array"/> from <paramref name="arrayIndex"/> on.</summary>
    public void CopyTo(T[] array, int arrayIndex = 0, long tensorIndex = 0) => CopyTo(array.AsSpan(), arrayIndex, tensorIndex);

    /// <inheritdoc cref="CopyTo(T[], int, long)"/>
    public void CopyTo(Span<T> array, int arrayIndex = 0, long tensorIndex = 0)
    {
        var target = array[arrayIndex..];
        var count = Count - tensorIndex;
        if (count > target.Length) throw new ArgumentException($"{count} elements do not fit into {target.Length}.");
        if (tensorIndex == 0)
        {
            fixed (T* destination = target) Call.Check(tao_copy_out(_tensor.Raw, destination, count * sizeof(T)));
            GC.KeepAlive(_tensor);
            return;
        }
        for (var i = 0L; i < count; i++) target[(int)i] = _data[Offset(tensorIndex + i)];
        GC.KeepAlive(_tensor);
    }

    /// <summary>Writes the elements of <paramref name="array"/> from <paramref name="arrayIndex"/> on to those from <paramref name="tensorIndex"/> on.</summary>
    public void CopyFrom(T[] array, int arrayIndex = 0, long tensorIndex = 0) => CopyFrom(array.AsSpan(), arrayIndex, tensorIndex);

    /// <inheritdoc cref="CopyFrom(T[], int, long)"/>
    public void CopyFrom(ReadOnlySpan<T> array, int arrayIndex = 0, long tensorIndex = 0)
    {
        var source = array[arrayIndex..];
        var count = Math.Min(source.Length, Count - tensorIndex);
        if (_contiguous)
            source[..(int)count].CopyTo(new Span<T>(_data + tensorIndex, (int)count));
        else
            for (var i = 0L; i < count; i++) _data[Offset(tensorIndex + i)] = source[(int)i];
        GC.KeepAlive(_tensor);
    }

    /// <summary>Does nothing: the tensor owns the memory.</summary>
    public void Dispose()
    {
    }

    /// <inheritdoc/>
    public IEnumerator<T> GetEnumerator() => ((IEnumerable<T>)ToArray()).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private long Offset(long[] indices)
    {
        if (indices.Length == 1 && _shape.Length != 1) return Offset(indices[0]);
        if (indices.Length != _shape.Length) throw new ArgumentException($"{_shape.Length} indices are needed, not {indices.Length}.");
        var offset = 0L;
        for (var d = 0; d < indices.Length; d++)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(indices[d]);
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(indices[d], _shape[d]);
            offset += indices[d] * _strides[d];
        }
        return offset;
    }

    private long Offset(long index)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, Count);
        if (_contiguous) return index;
        var offset = 0L;
        for (var d = _shape.Length - 1; d >= 0; d--)
        {
            offset += index % _shape[d] * _strides[d];
            index /= _shape[d];
        }
        return offset;
    }
}
