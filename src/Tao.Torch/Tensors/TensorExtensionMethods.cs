using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp;

/// <summary>Reading a one-element tensor as a .NET number, and other conversions.</summary>
public static class TensorExtensionMethods
{
    /// <summary>The one element.</summary>
    public static float ToSingle(this Tensor value) => value.item<float>();

    /// <inheritdoc cref="ToSingle"/>
    public static double ToDouble(this Tensor value) => value.item<double>();

    /// <inheritdoc cref="ToSingle"/>
    public static long ToInt64(this Tensor value) => value.item<long>();

    /// <inheritdoc cref="ToSingle"/>
    public static int ToInt32(this Tensor value) => value.item<int>();

    /// <inheritdoc cref="ToSingle"/>
    public static short ToInt16(this Tensor value) => value.item<short>();

    /// <inheritdoc cref="ToSingle"/>
    public static byte ToByte(this Tensor value) => value.item<byte>();

    /// <inheritdoc cref="ToSingle"/>
    public static sbyte ToSByte(this Tensor value) => value.item<sbyte>();

    /// <inheritdoc cref="ToSingle"/>
    public static Half ToHalf(this Tensor value) => value.item<Half>();

    /// <inheritdoc cref="ToSingle"/>
    public static bool ToBoolean(this Tensor value) => value.item<bool>();

    /// <summary>The tensor as a trainable parameter.</summary>
    public static Parameter AsParameter(this Tensor tensor) => new(tensor);

    /// <summary>Bytes of one element.</summary>
    public static int ElementSize(this ScalarType type) => type switch
    {
        ScalarType.Byte or ScalarType.Int8 or ScalarType.Bool => 1,
        ScalarType.Int16 or ScalarType.Float16 or ScalarType.BFloat16 => 2,
        ScalarType.Int32 or ScalarType.Float32 => 4,
        ScalarType.ComplexFloat64 => 16,
        _ => 8,
    };

    /// <summary>Number of elements of a shape.</summary>
    public static long TotalSize(this IEnumerable<long> shape) => shape.Aggregate(1L, (product, length) => product * length);
}
