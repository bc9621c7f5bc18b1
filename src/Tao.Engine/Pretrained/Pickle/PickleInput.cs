using System.Buffers.Binary;
using System.Numerics;
using System.Text;

namespace Tao.Engine.Pretrained.Pickle;

/// <summary>Reads a pickle's bytes and operands. Every length is checked against what is left before anything is allocated.</summary>
internal sealed class PickleInput(ReadOnlyMemory<byte> bytes)
{
    /// <summary>Python strings may hold lone surrogates ("surrogatepass"); a weight's name never does, so bad UTF-8 is an error.</summary>
    private static readonly UTF8Encoding _utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public int Position { get; private set; }

    public int Length => bytes.Length;

    public byte Byte() => Take(1)[0];

    public ReadOnlySpan<byte> Take(long count)
    {
        if (count < 0 || count > bytes.Length - Position)
        {
            throw new WeightFormatException(
                $"its pickle ends early: at byte {Position} it wants {count} bytes and only {bytes.Length - Position} are left.");
        }
        var span = bytes.Span.Slice(Position, (int)count);
        Position += (int)count;
        return span;
    }

    public ushort UInt16() => BinaryPrimitives.ReadUInt16LittleEndian(Take(2));

    public int Int32() => BinaryPrimitives.ReadInt32LittleEndian(Take(4));

    public uint UInt32() => BinaryPrimitives.ReadUInt32LittleEndian(Take(4));

    public long Int64() => BinaryPrimitives.ReadInt64LittleEndian(Take(8));

    /// <summary>BINFLOAT is the one big-endian operand.</summary>
    public double Double() => BinaryPrimitives.ReadDoubleBigEndian(Take(8));

    public string Text(long count)
    {
        try
        {
            return _utf8.GetString(Take(count));
        }
        catch (DecoderFallbackException)
        {
            throw new WeightFormatException($"its pickle has text that is not UTF-8 before byte {Position}.");
        }
    }

    /// <summary>Text up to the next line feed, which is consumed.</summary>
    public string Line()
    {
        var length = bytes.Span[Position..].IndexOf((byte)'\n');
        if (length < 0)
            throw new WeightFormatException($"its pickle ends inside the name at byte {Position}.");
        var line = Text(length);
        Position++;
        return line;
    }

    /// <summary>A two's complement number of up to 255 bytes; as <see cref="long"/> when it fits.</summary>
    public object Long(int count)
    {
        var value = new BigInteger(Take(count));
        return value >= long.MinValue && value <= long.MaxValue ? (object)(long)value : value;
    }
}
