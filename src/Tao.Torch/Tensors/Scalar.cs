using TorchSharp.Native;

namespace TorchSharp;

/// <summary>A number of any type where an operator takes one; every .NET number converts by itself.</summary>
public sealed class Scalar : IDisposable
{
    internal readonly NativeNumber Value;

    private Scalar(NativeNumber value, torch.ScalarType type)
    {
        Value = value;
        Type = type;
    }

    /// <summary>The type it was made from.</summary>
    public torch.ScalarType Type { get; }

    /// <summary>A byte as a scalar.</summary>
    public static implicit operator Scalar(byte value) => new((long)value, torch.ScalarType.Byte);

    /// <summary>A signed byte as a scalar.</summary>
    public static implicit operator Scalar(sbyte value) => new((long)value, torch.ScalarType.Int8);

    /// <summary>A 16-bit integer as a scalar.</summary>
    public static implicit operator Scalar(short value) => new((long)value, torch.ScalarType.Int16);

    /// <summary>A 32-bit integer as a scalar.</summary>
    public static implicit operator Scalar(int value) => new((long)value, torch.ScalarType.Int32);

    /// <summary>A 64-bit integer as a scalar.</summary>
    public static implicit operator Scalar(long value) => new(value, torch.ScalarType.Int64);

    /// <summary>A single as a scalar.</summary>
    public static implicit operator Scalar(float value) => new((double)value, torch.ScalarType.Float32);

    /// <summary>A double as a scalar.</summary>
    public static implicit operator Scalar(double value) => new(value, torch.ScalarType.Float64);

    /// <summary>A half as a scalar.</summary>
    public static implicit operator Scalar(Half value) => new((double)value, torch.ScalarType.Float16);

    /// <summary>A truth value as a scalar.</summary>
    public static implicit operator Scalar(bool value) => new(value, torch.ScalarType.Bool);

    /// <summary>Does nothing: the number is held by value. Kept for source compatibility.</summary>
    public void Dispose()
    {
    }

    internal static Scalar From(NativeNumber value)
        => new(value, value.Kind switch
        {
            NativeNumber.Integer => torch.ScalarType.Int64,
            NativeNumber.Boolean => torch.ScalarType.Bool,
            _ => torch.ScalarType.Float64,
        });
}
