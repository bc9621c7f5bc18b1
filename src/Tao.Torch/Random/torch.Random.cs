using TorchSharp.Native;
using static TorchSharp.Native.NativeMethods;

namespace TorchSharp;

public static unsafe partial class torch
{
    /// <summary>Uniform over [0, 1).</summary>
    public static Tensor rand(long[] size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null, string[]? names = null)
        => Random(&tao_rand, size, new NativeTensorOptions(dtype, device, requires_grad), generator, names);

    /// <summary>Uniform over [0, 1).</summary>
    public static Tensor rand(ReadOnlySpan<long> size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null, string[]? names = null)
        => Random(&tao_rand, size, new NativeTensorOptions(dtype, device, requires_grad), generator, names);

    /// <summary>Uniform over [0, 1).</summary>
    public static Tensor rand(long size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null, string[]? names = null)
        => Random(&tao_rand, [size], new NativeTensorOptions(dtype, device, requires_grad), generator, names);

    /// <summary>Uniform over [0, 1).</summary>
    public static Tensor rand(long rows, long columns, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null, string[]? names = null)
        => Random(&tao_rand, [rows, columns], new NativeTensorOptions(dtype, device, requires_grad), generator, names);

    /// <summary>Uniform over [0, 1).</summary>
    public static Tensor rand(long dim0, long dim1, long dim2, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null, string[]? names = null)
        => Random(&tao_rand, [dim0, dim1, dim2], new NativeTensorOptions(dtype, device, requires_grad), generator, names);

    /// <summary>Uniform over [0, 1).</summary>
    public static Tensor rand(long dim0, long dim1, long dim2, long dim3, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null, string[]? names = null)
        => Random(&tao_rand, [dim0, dim1, dim2, dim3], new NativeTensorOptions(dtype, device, requires_grad), generator, names);

    /// <summary>Uniform over [0, 1).</summary>
    public static Tensor rand(int size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null, string[]? names = null)
        => Random(&tao_rand, [size], new NativeTensorOptions(dtype, device, requires_grad), generator, names);

    /// <summary>Uniform over [0, 1).</summary>
    public static Tensor rand(int rows, int columns, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null, string[]? names = null)
        => Random(&tao_rand, [rows, columns], new NativeTensorOptions(dtype, device, requires_grad), generator, names);

    /// <summary>Uniform over [0, 1).</summary>
    public static Tensor rand(int dim0, int dim1, int dim2, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null, string[]? names = null)
        => Random(&tao_rand, [dim0, dim1, dim2], new NativeTensorOptions(dtype, device, requires_grad), generator, names);

    /// <summary>Uniform over [0, 1).</summary>
    public static Tensor rand(int dim0, int dim1, int dim2, int dim3, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null, string[]? names = null)
        => Random(&tao_rand, [dim0, dim1, dim2, dim3], new NativeTensorOptions(dtype, device, requires_grad), generator, names);

    /// <summary>Normal with mean 0 and variance 1.</summary>
    public static Tensor randn(long[] size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null, string[]? names = null)
        => Random(&tao_randn, size, new NativeTensorOptions(dtype, device, requires_grad), generator, names);

    /// <summary>Normal with mean 0 and variance 1.</summary>
    public static Tensor randn(ReadOnlySpan<long> size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null, string[]? names = null)
        => Random(&tao_randn, size, new NativeTensorOptions(dtype, device, requires_grad), generator, names);

    /// <summary>Normal with mean 0 and variance 1.</summary>
    public static Tensor randn(long size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null, string[]? names = null)
        => Random(&tao_randn, [size], new NativeTensorOptions(dtype, device, requires_grad), generator, names);

    /// <summary>Normal with mean 0 and variance 1.</summary>
    public static Tensor randn(long rows, long columns, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null, string[]? names = null)
        => Random(&tao_randn, [rows, columns], new NativeTensorOptions(dtype, device, requires_grad), generator, names);

    /// <summary>Normal with mean 0 and variance 1.</summary>
    public static Tensor randn(long dim0, long dim1, long dim2, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null, string[]? names = null)
        => Random(&tao_randn, [dim0, dim1, dim2], new NativeTensorOptions(dtype, device, requires_grad), generator, names);

    /// <summary>Normal with mean 0 and variance 1.</summary>
    public static Tensor randn(long dim0, long dim1, long dim2, long dim3, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null, string[]? names = null)
        => Random(&tao_randn, [dim0, dim1, dim2, dim3], new NativeTensorOptions(dtype, device, requires_grad), generator, names);

    /// <summary>Normal with mean 0 and variance 1.</summary>
    public static Tensor randn(int size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null, string[]? names = null)
        => Random(&tao_randn, [size], new NativeTensorOptions(dtype, device, requires_grad), generator, names);

    /// <summary>Normal with mean 0 and variance 1.</summary>
    public static Tensor randn(int rows, int columns, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null, string[]? names = null)
        => Random(&tao_randn, [rows, columns], new NativeTensorOptions(dtype, device, requires_grad), generator, names);

    /// <summary>Normal with mean 0 and variance 1.</summary>
    public static Tensor randn(int dim0, int dim1, int dim2, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null, string[]? names = null)
        => Random(&tao_randn, [dim0, dim1, dim2], new NativeTensorOptions(dtype, device, requires_grad), generator, names);

    /// <summary>Normal with mean 0 and variance 1.</summary>
    public static Tensor randn(int dim0, int dim1, int dim2, int dim3, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null, string[]? names = null)
        => Random(&tao_randn, [dim0, dim1, dim2, dim3], new NativeTensorOptions(dtype, device, requires_grad), generator, names);

    /// <summary>Integers from [low, high), Int64 unless another type is asked for.</summary>
    public static Tensor randint(long low, long high, Size size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null, string[]? names = null)
        => Randint(low, high, size.Shape, new NativeTensorOptions(dtype ?? ScalarType.Int64, device, requires_grad), generator, names);

    /// <summary>Integers from [low, high), Int64 unless another type is asked for.</summary>
    public static Tensor randint(long high, Size size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null, string[]? names = null)
        => Randint(0, high, size.Shape, new NativeTensorOptions(dtype ?? ScalarType.Int64, device, requires_grad), generator, names);

    /// <summary>Integers from [low, high), Int64 unless another type is asked for.</summary>
    public static Tensor randint(long high, long[] size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null, string[]? names = null)
        => Randint(0, high, size, new NativeTensorOptions(dtype ?? ScalarType.Int64, device, requires_grad), generator, names);

    /// <summary>Integers from [low, high), Int64 unless another type is asked for.</summary>
    public static Tensor randint(long low, long high, long[] size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null, string[]? names = null)
        => Randint(low, high, size, new NativeTensorOptions(dtype ?? ScalarType.Int64, device, requires_grad), generator, names);

    /// <summary>Integers from [low, high), Int64 unless another type is asked for.</summary>
    public static Tensor randint(int low, int high, int[] size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null, string[]? names = null)
        => Randint(low, high, Array.ConvertAll(size, length => (long)length), new NativeTensorOptions(dtype ?? ScalarType.Int64, device, requires_grad), generator, names);

    /// <summary>Integers from [low, high), Int64 unless another type is asked for.</summary>
    public static Tensor randint(int high, int[] size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null, string[]? names = null)
        => Randint(0, high, Array.ConvertAll(size, length => (long)length), new NativeTensorOptions(dtype ?? ScalarType.Int64, device, requires_grad), generator, names);

    /// <summary>The numbers 0 to n - 1 in random order, Int64 unless another type is asked for.</summary>
    public static Tensor randperm(long n, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null)
    {
        nint result;
        var status = tao_randperm(n, Raw(generator), new NativeTensorOptions(dtype ?? ScalarType.Int64, device, requires_grad), &result);
        GC.KeepAlive(generator);
        return Call.Wrap(status, result);
    }

    /// <summary>Normal numbers.</summary>
    public static Tensor normal(double mean, double std, ReadOnlySpan<long> size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null, string[]? names = null)
    {
        RefuseNames(names);
        nint result;
        int status;
        fixed (long* dims = size)
            status = tao_normal(mean, std, dims, size.Length, Raw(generator), new NativeTensorOptions(dtype, device, requires_grad), &result);
        GC.KeepAlive(generator);
        return Call.Wrap(status, result);
    }

    /// <summary>Normal numbers with a mean and a deviation for each.</summary>
    public static Tensor normal(Tensor mean, Tensor std, Generator? generator = null)
    {
        nint result;
        var status = tao_normal_tensors(mean.Raw, std.Raw, Raw(generator), &result);
        GC.KeepAlive(mean);
        GC.KeepAlive(std);
        GC.KeepAlive(generator);
        return Call.Wrap(status, result);
    }

    /// <summary>0 or 1, 1 with the probability that the input gives.</summary>
    public static Tensor bernoulli(Tensor input, Generator? generator = null)
    {
        nint result;
        var status = tao_bernoulli(input.Raw, Raw(generator), &result);
        GC.KeepAlive(input);
        GC.KeepAlive(generator);
        return Call.Wrap(status, result);
    }

    /// <summary>Indices drawn with the input's weights, per row.</summary>
    public static Tensor multinomial(Tensor input, long num_samples, bool replacement = false, Generator? generator = null)
    {
        nint result;
        var status = tao_multinomial(input.Raw, num_samples, replacement ? 1 : 0, Raw(generator), &result);
        GC.KeepAlive(input);
        GC.KeepAlive(generator);
        return Call.Wrap(status, result);
    }

    internal static nint Raw(Generator? generator) => generator is null ? 0 : generator.Handle;

    private static Tensor Random(delegate*<long*, int, nint, NativeTensorOptions, nint*, int> function, ReadOnlySpan<long> size, NativeTensorOptions options, Generator? generator, string[]? names)
    {
        RefuseNames(names);
        nint result;
        int status;
        fixed (long* dims = size) status = function(dims, size.Length, Raw(generator), options, &result);
        GC.KeepAlive(generator);
        return Call.Wrap(status, result);
    }

    private static Tensor Randint(long low, long high, ReadOnlySpan<long> size, NativeTensorOptions options, Generator? generator, string[]? names)
    {
        RefuseNames(names);
        nint result;
        int status;
        fixed (long* dims = size) status = tao_randint(low, high, dims, size.Length, Raw(generator), options, &result);
        GC.KeepAlive(generator);
        return Call.Wrap(status, result);
    }
}
