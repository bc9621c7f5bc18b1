using TorchSharp.Native;
using static TorchSharp.Native.NativeMethods;

namespace TorchSharp;

public static unsafe partial class torch
{
    /// <summary>One value everywhere; its own type decides unless dtype does.</summary>
    public static Tensor full(long[] size, Scalar value, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null)
        => Full(size, value, new NativeTensorOptions(dtype ?? DefaultTypeOf(value), device, requires_grad), names);

    /// <summary>One value everywhere; its own type decides unless dtype does.</summary>
    public static Tensor full(ReadOnlySpan<long> size, Scalar value, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null)
        => Full(size, value, new NativeTensorOptions(dtype ?? DefaultTypeOf(value), device, requires_grad), names);

    /// <summary>One value everywhere; its own type decides unless dtype does.</summary>
    public static Tensor full(long size, Scalar value, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null)
        => Full([size], value, new NativeTensorOptions(dtype ?? DefaultTypeOf(value), device, requires_grad), names);

    /// <summary>One value everywhere; its own type decides unless dtype does.</summary>
    public static Tensor full(long rows, long columns, Scalar value, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null)
        => Full([rows, columns], value, new NativeTensorOptions(dtype ?? DefaultTypeOf(value), device, requires_grad), names);

    /// <summary>One value everywhere; its own type decides unless dtype does.</summary>
    public static Tensor full(long dim0, long dim1, long dim2, Scalar value, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null)
        => Full([dim0, dim1, dim2], value, new NativeTensorOptions(dtype ?? DefaultTypeOf(value), device, requires_grad), names);

    /// <summary>One value everywhere; its own type decides unless dtype does.</summary>
    public static Tensor full(long dim0, long dim1, long dim2, long dim3, Scalar value, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null)
        => Full([dim0, dim1, dim2, dim3], value, new NativeTensorOptions(dtype ?? DefaultTypeOf(value), device, requires_grad), names);

    /// <summary>One value everywhere; its own type decides unless dtype does.</summary>
    public static Tensor full(int size, Scalar value, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null)
        => Full([size], value, new NativeTensorOptions(dtype ?? DefaultTypeOf(value), device, requires_grad), names);

    /// <summary>One value everywhere; its own type decides unless dtype does.</summary>
    public static Tensor full(int rows, int columns, Scalar value, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null)
        => Full([rows, columns], value, new NativeTensorOptions(dtype ?? DefaultTypeOf(value), device, requires_grad), names);

    /// <summary>One value everywhere; its own type decides unless dtype does.</summary>
    public static Tensor full(int dim0, int dim1, int dim2, Scalar value, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null)
        => Full([dim0, dim1, dim2], value, new NativeTensorOptions(dtype ?? DefaultTypeOf(value), device, requires_grad), names);

    /// <summary>One value everywhere; its own type decides unless dtype does.</summary>
    public static Tensor full(int dim0, int dim1, int dim2, int dim3, Scalar value, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null)
        => Full([dim0, dim1, dim2, dim3], value, new NativeTensorOptions(dtype ?? DefaultTypeOf(value), device, requires_grad), names);

    private static Tensor Full(ReadOnlySpan<long> size, Scalar value, NativeTensorOptions options, string[]? names)
    {
        RefuseNames(names);
        nint result;
        int status;
        fixed (long* dims = size) status = tao_full(dims, size.Length, value.Value, options, &result);
        return Call.Wrap(status, result);
    }

    // As torch.full: Bool from a truth value, Int64 from an integer, the default type from a real number.
    private static ScalarType DefaultTypeOf(Scalar value) => value.Value.Kind switch
    {
        NativeNumber.Boolean => ScalarType.Bool,
        NativeNumber.Integer => ScalarType.Int64,
        _ => get_default_dtype(),
    };

    /// <summary>Zeros of the same shape, type, device and layout, where nothing else is said.</summary>
    public static Tensor zeros_like(Tensor input, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null)
        => Like(&tao_zeros_like, input, NativeTensorOptions.Like(dtype, device, requires_grad), names);

    /// <summary>Ones of the same shape, type, device and layout, where nothing else is said.</summary>
    public static Tensor ones_like(Tensor input, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null)
        => Like(&tao_ones_like, input, NativeTensorOptions.Like(dtype, device, requires_grad), names);

    /// <summary>Uninitialised memory of the same shape, type, device and layout, where nothing else is said.</summary>
    public static Tensor empty_like(Tensor input, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null)
        => Like(&tao_empty_like, input, NativeTensorOptions.Like(dtype, device, requires_grad), names);

    /// <summary>Uniform over [0, 1), shaped as the input.</summary>
    public static Tensor rand_like(Tensor input, ScalarType? dtype = null, Device? device = null, bool requires_grad = false)
        => Like(&tao_rand_like, input, NativeTensorOptions.Like(dtype, device, requires_grad), null);

    /// <summary>Normal numbers, shaped as the input.</summary>
    public static Tensor randn_like(Tensor input, ScalarType? dtype = null, Device? device = null, bool requires_grad = false)
        => Like(&tao_randn_like, input, NativeTensorOptions.Like(dtype, device, requires_grad), null);

    /// <summary>One value everywhere, shaped as the input.</summary>
    public static Tensor full_like(Tensor input, Scalar value, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null)
    {
        RefuseNames(names);
        nint result;
        var status = tao_full_like(input.Raw, value.Value, NativeTensorOptions.Like(dtype, device, requires_grad), &result);
        GC.KeepAlive(input);
        return Call.Wrap(status, result);
    }

    /// <summary>Integers from [low, high), shaped as the input.</summary>
    public static Tensor randint_like(Tensor input, long low, long high, ScalarType? dtype = null, Device? device = null, bool requires_grad = false)
    {
        nint result;
        var status = tao_randint_like(input.Raw, low, high, NativeTensorOptions.Like(dtype, device, requires_grad), &result);
        GC.KeepAlive(input);
        return Call.Wrap(status, result);
    }

    private static Tensor Like(delegate*<nint, NativeTensorOptions, nint*, int> function, Tensor input, NativeTensorOptions options, string[]? names)
    {
        RefuseNames(names);
        nint result;
        var status = function(input.Raw, options, &result);
        GC.KeepAlive(input);
        return Call.Wrap(status, result);
    }

    /// <summary>Uninitialised memory with these strides.</summary>
    public static Tensor empty_strided(long[] size, long[] strides, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null)
    {
        RefuseNames(names);
        if (size.Length != strides.Length) throw new ArgumentException($"{size.Length} sizes need as many strides, not {strides.Length}.");
        nint result;
        int status;
        fixed (long* dims = size, steps = strides)
            status = tao_empty_strided(dims, size.Length, steps, new NativeTensorOptions(dtype, device, requires_grad), &result);
        return Call.Wrap(status, result);
    }

    /// <summary>Ones on the diagonal; square unless columns are given.</summary>
    public static Tensor eye(long rows, long columns = -1, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null)
    {
        RefuseNames(names);
        nint result;
        return Call.Wrap(tao_eye(rows, columns < 0 ? rows : columns, new NativeTensorOptions(dtype, device, requires_grad), &result), result);
    }

    /// <summary>From start by step, stop not included. Int64 when all three are integers.</summary>
    public static Tensor arange(Scalar start, Scalar stop, Scalar step, ScalarType? dtype = null, Device? device = null, bool requires_grad = false)
    {
        nint result;
        var status = tao_arange(start.Value, stop.Value, step.Value, new NativeTensorOptions(dtype, device, requires_grad), &result);
        return Call.Wrap(status, result);
    }

    /// <summary>From start by 1, stop not included.</summary>
    public static Tensor arange(Scalar start, Scalar stop, ScalarType? dtype = null, Device? device = null, bool requires_grad = false)
        => arange(start, stop, 1, dtype, device, requires_grad);

    /// <summary>From 0 by 1, stop not included.</summary>
    public static Tensor arange(Scalar stop, ScalarType? dtype = null, Device? device = null, bool requires_grad = false)
        => arange(0, stop, 1, dtype, device, requires_grad);

    /// <summary>Evenly spaced numbers, both ends included.</summary>
    public static Tensor linspace(double start, double end, long steps, ScalarType? dtype = null, Device? device = null, bool requires_grad = false)
    {
        nint result;
        return Call.Wrap(tao_linspace(start, end, steps, new NativeTensorOptions(dtype, device, requires_grad), &result), result);
    }

    /// <summary>base^start to base^end in even steps of the exponent, both ends included.</summary>
    public static Tensor logspace(double start, double end, long steps, double @base = 10, ScalarType? dtype = null, Device? device = null, bool requires_grad = false)
    {
        nint result;
        return Call.Wrap(tao_logspace(start, end, steps, @base, new NativeTensorOptions(dtype, device, requires_grad), &result), result);
    }

    /// <summary>The window 0.5 - 0.5 cos(2 pi k / n) of that many samples.</summary>
    public static Tensor hann_window(long len, bool periodic = true, ScalarType? dtype = null, Device? device = null, bool requires_grad = false)
    {
        nint result;
        return Call.Wrap(tao_hann_window(len, periodic ? 1 : 0, new NativeTensorOptions(dtype, device, requires_grad), &result), result);
    }

    /// <summary>Row and column numbers of a matrix' lower triangle, [2, n].</summary>
    public static Tensor tril_indices(long row, long col, long offset = 0, ScalarType dtype = ScalarType.Int64, Device? device = null)
    {
        nint result;
        return Call.Wrap(tao_tril_indices(row, col, offset, new NativeTensorOptions(dtype, device, false), &result), result);
    }

    /// <summary>Row and column numbers of a matrix' upper triangle, [2, n].</summary>
    public static Tensor triu_indices(long row, long col, long offset = 0, ScalarType dtype = ScalarType.Int64, Device? device = null)
    {
        nint result;
        return Call.Wrap(tao_triu_indices(row, col, offset, new NativeTensorOptions(dtype, device, false), &result), result);
    }
}
