using System.Buffers.Binary;
using System.Text;

namespace Tao.Engine.Tests.Pretrained.Pickle;

/// <summary>Writes pickles opcode by opcode, honest ones and others.</summary>
internal sealed class PickleBytes
{
    private readonly MemoryStream _stream = new();

    public byte[] ToArray() => _stream.ToArray();

    public PickleBytes Op(char opcode) => Raw((byte)opcode);

    public PickleBytes Raw(params ReadOnlySpan<byte> bytes)
    {
        _stream.Write(bytes);
        return this;
    }

    public PickleBytes Proto(byte protocol = 2) => Raw(0x80, protocol);

    public PickleBytes Mark() => Op('(');

    public PickleBytes Stop() => Op('.');

    public PickleBytes Text(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        return Op('X').UInt32((uint)bytes.Length).Raw(bytes);
    }

    public PickleBytes Int(int value) => Op('J').UInt32((uint)value);

    public PickleBytes Bool(bool value) => Raw(value ? (byte)0x88 : (byte)0x89);

    public PickleBytes Global(string module, string name) => Op('c').Raw(Encoding.ASCII.GetBytes($"{module}\n{name}\n"));

    /// <summary>A tuple of whatever <paramref name="items"/> push.</summary>
    public PickleBytes Tuple(params ReadOnlySpan<Action<PickleBytes>> items)
    {
        Mark();
        foreach (var item in items)
            item(this);
        return Op('t');
    }

    public PickleBytes Integers(params ReadOnlySpan<int> values)
    {
        Mark();
        foreach (var value in values)
            Int(value);
        return Op('t');
    }

    /// <summary>A dict with string keys.</summary>
    public PickleBytes Dict(params ReadOnlySpan<(string Key, Action<PickleBytes> Value)> pairs)
    {
        Op('}').Mark();
        foreach (var (key, value) in pairs)
        {
            Text(key);
            value(this);
        }
        return Op('u');
    }

    public PickleBytes UInt32(uint value)
    {
        Span<byte> bytes = stackalloc byte[4];
        BinaryPrimitives.WriteUInt32LittleEndian(bytes, value);
        return Raw(bytes);
    }
}
