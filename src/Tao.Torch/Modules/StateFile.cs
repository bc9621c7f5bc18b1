using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>
/// TorchSharp's state format: the number of entries, then for each its name, element type, rank and lengths (all unsigned LEB128) and the elements in
/// row-major order, little endian.
/// </summary>
internal static class StateFile
{
    internal static void Write(BinaryWriter writer, Dictionary<string, Tensor> state, IList<string>? skip)
    {
        var entries = state.Where(entry => skip is null || !skip.Contains(entry.Key)).ToList();
        writer.Write7BitEncodedInt(entries.Count);
        foreach (var (key, tensor) in entries)
        {
            writer.Write(key);
            WriteTensor(writer, tensor);
        }
    }

    internal static Dictionary<string, Tensor> Read(BinaryReader reader)
    {
        var state = new Dictionary<string, Tensor>();
        var count = reader.Read7BitEncodedInt();
        for (var i = 0; i < count; i++)
        {
            var key = reader.ReadString();
            state[key] = ReadTensor(reader);
        }
        return state;
    }

    private static void WriteTensor(BinaryWriter writer, Tensor tensor)
    {
        writer.Write7BitEncodedInt((int)tensor.dtype);
        var shape = tensor.shape;
        writer.Write7BitEncodedInt(shape.Length);
        foreach (var length in shape) writer.Write7BitEncodedInt64(length);
        using var scope = NewDisposeScope();
        using (no_grad()) writer.Write(tensor.cpu().contiguous().bytes);
    }

    private static Tensor ReadTensor(BinaryReader reader)
    {
        var type = (ScalarType)reader.Read7BitEncodedInt();
        var shape = new long[reader.Read7BitEncodedInt()];
        for (var d = 0; d < shape.Length; d++) shape[d] = reader.Read7BitEncodedInt64();
        var tensor = empty(shape, type, CPU);
        reader.BaseStream.ReadExactly(tensor.bytes);
        return tensor;
    }
}
