using TorchSharp.Native;
using static TorchSharp.Native.NativeMethods;

namespace TorchSharp;

public static unsafe partial class torch
{
    /// <summary>A tensor without dimensions.</summary>
    public static Tensor tensor(bool scalar, ScalarType? dtype = null, Device? device = null, bool requires_grad = false)
        => FromMemory<bool>([scalar], ScalarType.Bool, [], new NativeTensorOptions(dtype, device, requires_grad), null);

    /// <summary>A tensor without dimensions.</summary>
    public static Tensor tensor(byte scalar, Device? device = null, bool requires_grad = false)
        => FromMemory<byte>([scalar], ScalarType.Byte, [], new NativeTensorOptions(null, device, requires_grad), null);

    /// <summary>A tensor without dimensions.</summary>
    public static Tensor tensor(sbyte scalar, Device? device = null, bool requires_grad = false)
        => FromMemory<sbyte>([scalar], ScalarType.Int8, [], new NativeTensorOptions(null, device, requires_grad), null);

    /// <summary>A tensor without dimensions.</summary>
    public static Tensor tensor(short scalar, Device? device = null, bool requires_grad = false)
        => FromMemory<short>([scalar], ScalarType.Int16, [], new NativeTensorOptions(null, device, requires_grad), null);

    /// <summary>A tensor without dimensions.</summary>
    public static Tensor tensor(int scalar, Device? device = null, bool requires_grad = false)
        => FromMemory<int>([scalar], ScalarType.Int32, [], new NativeTensorOptions(null, device, requires_grad), null);

    /// <summary>A tensor without dimensions.</summary>
    public static Tensor tensor(long scalar, ScalarType? dtype = null, Device? device = null, bool requires_grad = false)
        => FromMemory<long>([scalar], ScalarType.Int64, [], new NativeTensorOptions(dtype, device, requires_grad), null);

    /// <summary>A tensor without dimensions.</summary>
    public static Tensor tensor(float scalar, Device? device = null, bool requires_grad = false)
        => FromMemory<float>([scalar], ScalarType.Float32, [], new NativeTensorOptions(null, device, requires_grad), null);

    /// <summary>A tensor without dimensions.</summary>
    public static Tensor tensor(double scalar, ScalarType? dtype = null, Device? device = null, bool requires_grad = false)
        => FromMemory<double>([scalar], ScalarType.Float64, [], new NativeTensorOptions(dtype, device, requires_grad), null);

    /// <summary>A tensor without dimensions.</summary>
    public static Tensor tensor(Half scalar, Device? device = null, bool requires_grad = false)
        => FromMemory<Half>([scalar], ScalarType.Float16, [], new NativeTensorOptions(null, device, requires_grad), null);
}
