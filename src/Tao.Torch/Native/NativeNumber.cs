using System.Runtime.InteropServices;

namespace TorchSharp.Native;

/// <summary>An integer, real or boolean number as the C ABI takes it (tao::Number); the default value stands for "none".</summary>
[StructLayout(LayoutKind.Sequential)]
internal readonly struct NativeNumber
{
    internal const long None = 0, Integer = 1, Real = 2, Boolean = 3;

    internal readonly long Kind;
    internal readonly long IntegerValue;
    internal readonly double RealValue;

    private NativeNumber(long kind, long integer, double real)
    {
        Kind = kind;
        IntegerValue = integer;
        RealValue = real;
    }

    public static implicit operator NativeNumber(long value) => new(Integer, value, 0);

    public static implicit operator NativeNumber(double value) => new(Real, 0, value);

    public static implicit operator NativeNumber(bool value) => new(Boolean, value ? 1 : 0, 0);

    internal double ToDouble() => Kind == Real ? RealValue : IntegerValue;

    internal long ToInt64() => Kind == Real ? checked((long)RealValue) : IntegerValue;

    internal bool ToBoolean() => Kind == Real ? RealValue != 0 : IntegerValue != 0;
}
