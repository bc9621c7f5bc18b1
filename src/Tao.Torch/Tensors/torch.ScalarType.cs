namespace TorchSharp;

public static partial class torch
{
    /// <summary>The element types, numbered as libtorch numbers them.</summary>
    public enum ScalarType : sbyte
    {
        /// <summary>8-bit unsigned integer.</summary>
        Byte = 0,

        /// <summary>8-bit signed integer.</summary>
        Int8 = 1,

        /// <summary>16-bit signed integer.</summary>
        Int16 = 2,

        /// <summary>32-bit signed integer.</summary>
        Int32 = 3,

        /// <summary>64-bit signed integer.</summary>
        Int64 = 4,

        /// <summary>IEEE half precision.</summary>
        Float16 = 5,

        /// <summary>IEEE single precision.</summary>
        Float32 = 6,

        /// <summary>IEEE double precision.</summary>
        Float64 = 7,

        /// <summary>Complex of two singles.</summary>
        ComplexFloat32 = 9,

        /// <summary>Complex of two doubles.</summary>
        ComplexFloat64 = 10,

        /// <summary>One byte, 0 or 1.</summary>
        Bool = 11,

        /// <summary>Single precision cut to 16 bits.</summary>
        BFloat16 = 15,
    }

    /// <summary>PyTorch's name of <see cref="ScalarType.Byte"/>.</summary>
    public static ScalarType uint8 => ScalarType.Byte;

    /// <summary>PyTorch's name of <see cref="ScalarType.Int8"/>.</summary>
    public static ScalarType int8 => ScalarType.Int8;

    /// <summary>PyTorch's name of <see cref="ScalarType.Int16"/>.</summary>
    public static ScalarType int16 => ScalarType.Int16;

    /// <summary>PyTorch's name of <see cref="ScalarType.Int32"/>.</summary>
    public static ScalarType int32 => ScalarType.Int32;

    /// <summary>PyTorch's name of <see cref="ScalarType.Int64"/>.</summary>
    public static ScalarType int64 => ScalarType.Int64;

    /// <summary>PyTorch's name of <see cref="ScalarType.Float16"/>.</summary>
    public static ScalarType float16 => ScalarType.Float16;

    /// <summary>PyTorch's name of <see cref="ScalarType.Float16"/>.</summary>
    public static ScalarType half => ScalarType.Float16;

    /// <summary>PyTorch's name of <see cref="ScalarType.Float32"/>.</summary>
    public static ScalarType float32 => ScalarType.Float32;

    /// <summary>PyTorch's name of <see cref="ScalarType.Float64"/>.</summary>
    public static ScalarType float64 => ScalarType.Float64;

    /// <summary>PyTorch's name of <see cref="ScalarType.BFloat16"/>.</summary>
    public static ScalarType bfloat16 => ScalarType.BFloat16;

    /// <summary>PyTorch's name of <see cref="ScalarType.Bool"/>.</summary>
    public static ScalarType @bool => ScalarType.Bool;

    /// <summary>PyTorch's name of <see cref="ScalarType.Float32"/>.</summary>
    public static ScalarType @float => ScalarType.Float32;

    /// <summary>PyTorch's name of <see cref="ScalarType.Float64"/>.</summary>
    public static ScalarType @double => ScalarType.Float64;

    /// <summary>PyTorch's name of <see cref="ScalarType.Int64"/>.</summary>
    public static ScalarType @long => ScalarType.Int64;

    /// <summary>PyTorch's name of <see cref="ScalarType.Int32"/>.</summary>
    public static ScalarType @int => ScalarType.Int32;

    /// <summary>PyTorch's name of <see cref="ScalarType.Int16"/>.</summary>
    public static ScalarType @short => ScalarType.Int16;

    /// <summary>PyTorch's name of <see cref="ScalarType.ComplexFloat32"/>.</summary>
    public static ScalarType complex64 => ScalarType.ComplexFloat32;

    /// <summary>PyTorch's name of <see cref="ScalarType.ComplexFloat64"/>.</summary>
    public static ScalarType complex128 => ScalarType.ComplexFloat64;
}
