using System.Runtime.InteropServices;
using Google.Protobuf;
using Tao.Graph;
using Tao.Onnx.Protos;
using DataType = Tao.Onnx.Protos.TensorProto.Types.DataType;

namespace Tao.Onnx;

/// <summary>Makes and reads the tensors that stand in ONNX files.</summary>
internal static class TensorProtos
{
    internal static TensorProto Create<T>(string name, ReadOnlySpan<long> shape, ReadOnlySpan<T> data)
        where T : unmanaged
    {
        // raw_data is little-endian by definition; every .NET platform that runs this code is, too.
        var tensor = new TensorProto { Name = name, DataType = (int)TypeOf<T>(), RawData = ByteString.CopyFrom(MemoryMarshal.AsBytes(data)) };
        foreach (var size in shape)
            tensor.Dims.Add(size);
        return tensor;
    }

    internal static TensorProto Create(string name, WeightTensor value) => Create(name, value.Shape.Sizes.AsSpan(), value.Data.Span);

    internal static TensorProto Scalar<T>(string name, T value)
        where T : unmanaged =>
        Create(name, [], [value]);

    /// <summary>Puts other values of the same type and count in.</summary>
    internal static void Replace<T>(TensorProto tensor, ReadOnlySpan<T> data)
        where T : unmanaged
    {
        var replacement = Create(tensor.Name, [.. tensor.Dims], data);
        tensor.FloatData.Clear();
        tensor.Int32Data.Clear();
        tensor.RawData = replacement.RawData;
    }

    internal static long ElementCount(TensorProto tensor) => tensor.Dims.Aggregate(1L, (product, size) => checked(product * size));

    internal static DataType KindOf(TensorProto tensor) => (DataType)tensor.DataType;

    /// <summary>The elements of a tensor whose raw data has already been loaded or stands in the file's typed field.</summary>
    internal static T[] Read<T>(TensorProto tensor)
        where T : unmanaged
    {
        if (KindOf(tensor) != TypeOf<T>())
            throw new OnnxException($"The tensor '{tensor.Name}' holds {KindOf(tensor)}, not {TypeOf<T>()}.");
        var values = tensor.HasRawData ? MemoryMarshal.Cast<byte, T>(tensor.RawData.Span).ToArray() : ReadTyped<T>(tensor);
        return values.Length == ElementCount(tensor)
            ? values
            : throw WrongCount(tensor, values.Length);
    }

    internal static OnnxException WrongCount(TensorProto tensor, int count) =>
        new($"The tensor '{tensor.Name}' has {count} elements where its shape needs {ElementCount(tensor)}.");

    private static T[] ReadTyped<T>(TensorProto tensor)
    {
        object values = KindOf(tensor) switch
        {
            DataType.Float => tensor.FloatData.ToArray(),
            DataType.Double => tensor.DoubleData.ToArray(),
            DataType.Int64 => tensor.Int64Data.ToArray(),
            DataType.Int32 => tensor.Int32Data.ToArray(),
            DataType.Int8 => tensor.Int32Data.Select(value => (sbyte)value).ToArray(),
            DataType.Uint8 => tensor.Int32Data.Select(value => (byte)value).ToArray(),
            DataType.Float16 => tensor.Int32Data.Select(value => BitConverter.UInt16BitsToHalf((ushort)value)).ToArray(),
            var kind => throw new OnnxException($"The tensor '{tensor.Name}' holds {kind}, which is not read."),
        };
        return (T[])values;
    }

    private static DataType TypeOf<T>() => default(T) switch
    {
        float => DataType.Float,
        double => DataType.Double,
        Half => DataType.Float16,
        sbyte => DataType.Int8,
        byte => DataType.Uint8,
        int => DataType.Int32,
        long => DataType.Int64,
        _ => throw new OnnxException($"Tensors of {typeof(T)} are not written."),
    };
}
