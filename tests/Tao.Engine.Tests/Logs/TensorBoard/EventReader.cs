using Google.Protobuf;
using Tao.Data.Records;

namespace Tao.Engine.Tests.Logs.TensorBoard;

/// <summary>Reads event files by the published message definitions, and checks every checksum.</summary>
internal static class EventReader
{
    /// <summary>Step, tag, and the value: a float, an image's bytes, or a histogram's limits and counts.</summary>
    public static List<(long Step, string Tag, object? Value)> Read(string path)
    {
        byte[] bytes = File.ReadAllBytes(path);
        var events = new List<(long, string, object?)>();
        for (int at = 0; at < bytes.Length;)
        {
            int length = (int)BitConverter.ToUInt64(bytes, at);
            Assert.Equal(MaskedCrc32C.Compute(bytes.AsSpan(at, 8)), BitConverter.ToUInt32(bytes, at + 8));
            byte[] data = bytes[(at + 12)..(at + 12 + length)];
            Assert.Equal(MaskedCrc32C.Compute(data), BitConverter.ToUInt32(bytes, at + 12 + length));
            events.Add(ReadEvent(Fields(data)));
            at += 12 + length + 4;
        }
        return events;
    }

    private static (long, string, object?) ReadEvent(ILookup<int, object> record)
    {
        Assert.True((double)record[1].Single() > 0);
        if (record[3].SingleOrDefault() is byte[] version)
            return (0, System.Text.Encoding.UTF8.GetString(version), null);
        var value = Fields((byte[])Fields((byte[])record[5].Single())[1].Single());
        string tag = System.Text.Encoding.UTF8.GetString((byte[])value[1].Single());
        object? content = value[2].SingleOrDefault()
            ?? (value[4].SingleOrDefault() is byte[] image ? Fields(image)[4].Single() : Histogram(Fields((byte[])value[5].Single())));
        return ((long)(ulong)record[2].Single(), tag, content);
    }

    private static (double Count, double[] Limits, double[] Counts) Histogram(ILookup<int, object> message) =>
        ((double)message[3].Single(), Doubles((byte[])message[6].Single()), Doubles((byte[])message[7].Single()));

    private static double[] Doubles(byte[] packed) => [.. packed.Chunk(8).Select(chunk => BitConverter.ToDouble(chunk))];

    private static ILookup<int, object> Fields(byte[] message)
    {
        var fields = new List<(int Number, object Value)>();
        var input = new CodedInputStream(message);
        while (input.ReadTag() is var tag && tag != 0)
        {
            object value = WireFormat.GetTagWireType(tag) switch
            {
                WireFormat.WireType.Varint => input.ReadUInt64(),
                WireFormat.WireType.Fixed64 => input.ReadDouble(),
                WireFormat.WireType.Fixed32 => input.ReadFloat(),
                _ => input.ReadBytes().ToByteArray(),
            };
            fields.Add((WireFormat.GetTagFieldNumber(tag), value));
        }
        return fields.ToLookup(field => field.Number, field => field.Value);
    }
}
