using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;
using static TorchSharp.torch;

namespace TorchSharp.Native;

/// <summary>
/// Calls of the C ABI by signature family: tensors in, status checked, new tensors out. The arguments are kept alive until the native side has
/// taken its own references.
/// </summary>
internal static unsafe class Call
{
    internal static void Check(int status)
    {
        if (status != 0) Throw();
    }

    [DoesNotReturn]
    private static void Throw()
        => throw new TorchException(Marshal.PtrToStringUTF8((nint)NativeMethods.tao_last_error()) ?? "libtorch gave no reason");

    internal static Tensor Wrap(int status, nint handle)
    {
        Check(status);
        return new Tensor(handle);
    }

    internal static (Tensor, Tensor) Wrap(int status, nint first, nint second)
    {
        Check(status);
        return (new Tensor(first), new Tensor(second));
    }

    internal static nint RawOrZero(Tensor? tensor) => tensor is null ? 0 : tensor.Raw;

    internal static Tensor Unary(delegate*<nint, nint*, int> function, Tensor x)
    {
        nint result;
        var status = function(x.Raw, &result);
        GC.KeepAlive(x);
        return Wrap(status, result);
    }

    internal static Tensor UnaryInPlace(delegate*<nint, int> function, Tensor x)
    {
        Check(function(x.Raw));
        return x;
    }

    internal static Tensor Binary(delegate*<nint, nint, nint*, int> function, Tensor x, Tensor y)
    {
        nint result;
        var status = function(x.Raw, y.Raw, &result);
        GC.KeepAlive(x);
        GC.KeepAlive(y);
        return Wrap(status, result);
    }

    internal static Tensor BinaryInPlace(delegate*<nint, nint, int> function, Tensor x, Tensor y)
    {
        Check(function(x.Raw, y.Raw));
        GC.KeepAlive(y);
        return x;
    }

    internal static Tensor Ternary(delegate*<nint, nint, nint, nint*, int> function, Tensor x, Tensor? y, Tensor? z)
    {
        nint result;
        var status = function(x.Raw, RawOrZero(y), RawOrZero(z), &result);
        GC.KeepAlive(x);
        GC.KeepAlive(y);
        GC.KeepAlive(z);
        return Wrap(status, result);
    }

    internal static Tensor TernaryInPlace(delegate*<nint, nint, nint, int> function, Tensor x, Tensor? y, Tensor? z)
    {
        Check(function(x.Raw, RawOrZero(y), RawOrZero(z)));
        GC.KeepAlive(y);
        GC.KeepAlive(z);
        return x;
    }

    internal static Tensor WithNumber(delegate*<nint, NativeNumber, nint*, int> function, Tensor x, NativeNumber number)
    {
        nint result;
        var status = function(x.Raw, number, &result);
        GC.KeepAlive(x);
        return Wrap(status, result);
    }

    internal static Tensor WithNumberInPlace(delegate*<nint, NativeNumber, int> function, Tensor x, NativeNumber number)
    {
        Check(function(x.Raw, number));
        return x;
    }

    internal static Tensor WithLong(delegate*<nint, long, nint*, int> function, Tensor x, long value)
    {
        nint result;
        var status = function(x.Raw, value, &result);
        GC.KeepAlive(x);
        return Wrap(status, result);
    }

    internal static Tensor WithLongs(delegate*<nint, long, long, nint*, int> function, Tensor x, long first, long second)
    {
        nint result;
        var status = function(x.Raw, first, second, &result);
        GC.KeepAlive(x);
        return Wrap(status, result);
    }

    internal static Tensor WithDims(delegate*<nint, long*, int, nint*, int> function, Tensor x, ReadOnlySpan<long> dims)
    {
        nint result;
        int status;
        fixed (long* values = dims) status = function(x.Raw, values, dims.Length, &result);
        GC.KeepAlive(x);
        return Wrap(status, result);
    }

    internal static Tensor WithDim(delegate*<nint, long, int, nint*, int> function, Tensor x, long dim, bool keepdim)
    {
        nint result;
        var status = function(x.Raw, dim, keepdim ? 1 : 0, &result);
        GC.KeepAlive(x);
        return Wrap(status, result);
    }

    internal static Tensor WithDouble(delegate*<nint, double, nint*, int> function, Tensor x, double value)
    {
        nint result;
        var status = function(x.Raw, value, &result);
        GC.KeepAlive(x);
        return Wrap(status, result);
    }

    internal static Tensor WithDoubleInPlace(delegate*<nint, double, int> function, Tensor x, double value)
    {
        Check(function(x.Raw, value));
        return x;
    }

    internal static (Tensor, Tensor) PairAlong(delegate*<nint, long, int, nint*, nint*, int> function, Tensor x, long dim, bool keepdim)
    {
        nint first, second;
        var status = function(x.Raw, dim, keepdim ? 1 : 0, &first, &second);
        GC.KeepAlive(x);
        return Wrap(status, first, second);
    }

    internal static int Flag(delegate*<nint, int*, int> function, Tensor x)
    {
        int result;
        Check(function(x.Raw, &result));
        GC.KeepAlive(x);
        return result;
    }

    internal static long Long(delegate*<nint, long*, int> function, Tensor x)
    {
        long result;
        Check(function(x.Raw, &result));
        GC.KeepAlive(x);
        return result;
    }

    internal static nint[] RawOf(IList<Tensor> tensors)
    {
        var raw = new nint[tensors.Count];
        for (var i = 0; i < raw.Length; i++) raw[i] = tensors[i].Raw;
        return raw;
    }

    internal static Tensor Join(delegate*<nint*, int, long, nint*, int> function, IList<Tensor> tensors, long dim)
    {
        nint result;
        int status;
        var raw = RawOf(tensors);
        fixed (nint* handles = raw) status = function(handles, raw.Length, dim, &result);
        GC.KeepAlive(tensors);
        return Wrap(status, result);
    }

    internal static Tensor Join(delegate*<nint*, int, nint*, int> function, IList<Tensor> tensors)
    {
        nint result;
        int status;
        var raw = RawOf(tensors);
        fixed (nint* handles = raw) status = function(handles, raw.Length, &result);
        GC.KeepAlive(tensors);
        return Wrap(status, result);
    }

    internal static Tensor[] WrapAll(ReadOnlySpan<nint> handles)
    {
        var tensors = new Tensor[handles.Length];
        for (var i = 0; i < tensors.Length; i++) tensors[i] = new Tensor(handles[i]);
        return tensors;
    }

    internal static Tensor[] Pieces(delegate*<nint, long, long, nint*, int, int*, int> function, Tensor x, long size, long dim, int capacity)
    {
        var raw = new nint[capacity];
        int produced, status;
        fixed (nint* handles = raw) status = function(x.Raw, size, dim, handles, capacity, &produced);
        GC.KeepAlive(x);
        Check(status);
        return WrapAll(raw.AsSpan(0, produced));
    }
}
