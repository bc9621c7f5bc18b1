using System.Runtime.InteropServices;

namespace Tao.Engine.Pretrained;

/// <summary>Turns stored numbers into floats. 64-bit values round to the nearest float.</summary>
internal static class ElementDecoder
{
    public static int SizeOf(ElementFormat format) => format switch
    {
        ElementFormat.Float64 or ElementFormat.Int64 => 8,
        ElementFormat.Float32 or ElementFormat.Int32 => 4,
        ElementFormat.Float16 or ElementFormat.BFloat16 or ElementFormat.Int16 => 2,
        _ => 1,
    };

    public static void Decode(ElementFormat format, ReadOnlySpan<byte> source, Span<float> target)
    {
        source = source[..checked(target.Length * SizeOf(format))];
        switch (format)
        {
            case ElementFormat.Float32: source.CopyTo(MemoryMarshal.AsBytes(target)); break;
            case ElementFormat.Float64: Convert(MemoryMarshal.Cast<byte, double>(source), target, value => (float)value); break;
            case ElementFormat.Float16: Convert(MemoryMarshal.Cast<byte, Half>(source), target, value => (float)value); break;
            case ElementFormat.BFloat16: Convert(MemoryMarshal.Cast<byte, ushort>(source), target, FromBFloat16); break;
            case ElementFormat.Int64: Convert(MemoryMarshal.Cast<byte, long>(source), target, value => value); break;
            case ElementFormat.Int32: Convert(MemoryMarshal.Cast<byte, int>(source), target, value => value); break;
            case ElementFormat.Int16: Convert(MemoryMarshal.Cast<byte, short>(source), target, value => value); break;
            case ElementFormat.Int8: Convert(MemoryMarshal.Cast<byte, sbyte>(source), target, value => value); break;
            case ElementFormat.UInt8: Convert(source, target, value => value); break;
            case ElementFormat.Bool: Convert(source, target, value => value == 0 ? 0 : 1); break;
            default: throw new ArgumentOutOfRangeException(nameof(format));
        }
    }

    /// <summary>Reads exactly <paramref name="target"/>'s length of numbers; 32-bit floats go straight into place.</summary>
    public static void Read(Stream stream, ElementFormat format, Span<float> target)
    {
        const int chunkElements = 1 << 16;
        var size = SizeOf(format);
        var buffer = format == ElementFormat.Float32 ? [] : new byte[Math.Min(target.Length, chunkElements) * size];
        while (!target.IsEmpty)
        {
            var chunk = target[..Math.Min(target.Length, chunkElements)];
            if (format == ElementFormat.Float32)
            {
                stream.ReadExactly(MemoryMarshal.AsBytes(chunk));
            }
            else
            {
                var bytes = buffer.AsSpan(0, chunk.Length * size);
                stream.ReadExactly(bytes);
                Decode(format, bytes, chunk);
            }
            target = target[chunk.Length..];
        }
    }

    /// <summary>bfloat16 is the upper half of a float.</summary>
    private static float FromBFloat16(ushort bits) => BitConverter.UInt32BitsToSingle((uint)bits << 16);

    private static void Convert<T>(ReadOnlySpan<T> source, Span<float> target, Func<T, float> convert)
    {
        for (var i = 0; i < target.Length; i++)
            target[i] = convert(source[i]);
    }
}
