using System.IO.Compression;
using Tao.Engine.Tests.Pretrained.Pickle;

namespace Tao.Engine.Tests.Pretrained.PyTorch;

/// <summary>Writes PyTorch files, zip and legacy, as torch.save would or as an attacker might.</summary>
internal static class TorchBytes
{
    /// <summary>The pickle of PyTorch's magic number without its STOP.</summary>
    public static ReadOnlySpan<byte> LegacyMagic => [0x80, 0x02, 0x8a, 0x0a, 0x6c, 0xfc, 0x9c, 0x46, 0xf9, 0x20, 0x6a, 0xa8, 0x50, 0x19];

    /// <summary>Pushes <c>_rebuild_tensor_v2(storage, offset, shape, strides, False, OrderedDict())</c>.</summary>
    public static Action<PickleBytes> Tensor(string key, string type, int count, int[] shape, int[] strides, int offset = 0) => pickle => pickle
        .Global("torch._utils", "_rebuild_tensor_v2")
        .Tuple(
            item => Storage(item, key, type, count),
            item => item.Int(offset),
            item => item.Integers(shape),
            item => item.Integers(strides),
            item => item.Bool(false),
            item => item.Global("collections", "OrderedDict").Op(')').Op('R'))
        .Op('R');

    public static byte[] Pickle(Action<PickleBytes> value)
    {
        var pickle = new PickleBytes().Proto();
        value(pickle);
        return pickle.Stop().ToArray();
    }

    public static byte[] Zip(byte[] pickle, params ReadOnlySpan<(string Key, byte[] Bytes)> storages)
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            AddEntry(zip, "archive/data.pkl", pickle);
            foreach (var (key, bytes) in storages)
                AddEntry(zip, $"archive/data/{key}", bytes);
            AddEntry(zip, "archive/version", "3\n"u8.ToArray());
        }
        return stream.ToArray();
    }

    public static byte[] Legacy(byte[] pickle, params ReadOnlySpan<(string Key, long Count, byte[] Bytes)> storages)
    {
        using var stream = new MemoryStream();
        stream.Write(LegacyMagic);
        stream.WriteByte((byte)'.');
        stream.Write(Pickle(value => value.Int(1001)));
        stream.Write(Pickle(value => value.Dict(("protocol_version", item => item.Int(1001)), ("little_endian", item => item.Bool(true)))));
        stream.Write(pickle);
        var keys = new PickleBytes().Proto().Op(']').Mark();
        foreach (var storage in storages)
            keys.Text(storage.Key);
        stream.Write(keys.Op('e').Stop().ToArray());
        foreach (var (_, count, bytes) in storages)
        {
            stream.Write(BitConverter.GetBytes(count));
            stream.Write(bytes);
        }
        return stream.ToArray();
    }

    public static byte[] Floats(params float[] values)
    {
        var bytes = new byte[values.Length * sizeof(float)];
        Buffer.BlockCopy(values, 0, bytes, 0, bytes.Length);
        return bytes;
    }

    private static void Storage(PickleBytes pickle, string key, string type, int count) => pickle
        .Tuple(
            item => item.Text("storage"),
            item => item.Global("torch", $"{type}Storage"),
            item => item.Text(key),
            item => item.Text("cpu"),
            item => item.Int(count))
        .Op('Q');

    private static void AddEntry(ZipArchive zip, string name, byte[] bytes)
    {
        using var stream = zip.CreateEntry(name, CompressionLevel.NoCompression).Open();
        stream.Write(bytes);
    }
}
