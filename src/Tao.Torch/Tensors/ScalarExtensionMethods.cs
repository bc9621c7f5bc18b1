namespace TorchSharp;

/// <summary>Conversions between .NET numbers and <see cref="Scalar"/>.</summary>
public static class ScalarExtensionMethods
{
    /// <summary>The number as a scalar.</summary>
    public static Scalar ToScalar(this byte value) => value;

    /// <inheritdoc cref="ToScalar(byte)"/>
    public static Scalar ToScalar(this sbyte value) => value;

    /// <inheritdoc cref="ToScalar(byte)"/>
    public static Scalar ToScalar(this short value) => value;

    /// <inheritdoc cref="ToScalar(byte)"/>
    public static Scalar ToScalar(this int value) => value;

    /// <inheritdoc cref="ToScalar(byte)"/>
    public static Scalar ToScalar(this long value) => value;

    /// <inheritdoc cref="ToScalar(byte)"/>
    public static Scalar ToScalar(this float value) => value;

    /// <inheritdoc cref="ToScalar(byte)"/>
    public static Scalar ToScalar(this double value) => value;

    /// <inheritdoc cref="ToScalar(byte)"/>
    public static Scalar ToScalar(this bool value) => value;

    /// <summary>The scalar's value.</summary>
    public static float ToSingle(this Scalar value) => (float)value.Value.ToDouble();

    /// <inheritdoc cref="ToSingle"/>
    public static double ToDouble(this Scalar value) => value.Value.ToDouble();

    /// <inheritdoc cref="ToSingle"/>
    public static byte ToByte(this Scalar value) => checked((byte)value.Value.ToInt64());

    /// <inheritdoc cref="ToSingle"/>
    public static sbyte ToSByte(this Scalar value) => checked((sbyte)value.Value.ToInt64());

    /// <inheritdoc cref="ToSingle"/>
    public static short ToInt16(this Scalar value) => checked((short)value.Value.ToInt64());

    /// <inheritdoc cref="ToSingle"/>
    public static int ToInt32(this Scalar value) => checked((int)value.Value.ToInt64());

    /// <inheritdoc cref="ToSingle"/>
    public static long ToInt64(this Scalar value) => value.Value.ToInt64();

    /// <inheritdoc cref="ToSingle"/>
    public static bool ToBoolean(this Scalar value) => value.Value.ToBoolean();
}
