using System.Collections.Immutable;
using Tao.Graph;
using Tao.Onnx.Protos;
using DataType = Tao.Onnx.Protos.TensorProto.Types.DataType;

namespace Tao.Onnx;

/// <summary>Reads the floating-point initialisers of any ONNX file, by name, as 32-bit floats.</summary>
public static class OnnxWeightReader
{
    /// <summary>
    /// Initialisers of type float, float16, bfloat16 and double, from the file or from external data in the file's own folder.
    /// Integer tensors (shapes, indices) are left out. Throws <see cref="OnnxException"/> for a damaged file.
    /// </summary>
    public static ImmutableSortedDictionary<string, WeightTensor> Read(string path)
    {
        var model = OnnxModel.Load(path);
        var directory = Path.GetDirectoryName(Path.GetFullPath(path))!;
        var weights = ImmutableSortedDictionary.CreateBuilder<string, WeightTensor>(StringComparer.Ordinal);
        foreach (var tensor in model.Proto.Graph.Initializer.Where(IsFloatingPoint))
        {
            var data = ToFloats(ExternalData.BringIn(tensor, directory));
            weights[tensor.Name] = new WeightTensor(new TensorShape([.. tensor.Dims]), data);
        }
        return weights.ToImmutable();
    }

    private static bool IsFloatingPoint(TensorProto tensor) => TensorProtos.KindOf(tensor)
        is DataType.Float or DataType.Double
        or DataType.Float16 or DataType.Bfloat16;

    private static float[] ToFloats(TensorProto tensor) => TensorProtos.KindOf(tensor) switch
    {
        DataType.Float => TensorProtos.Read<float>(tensor),
        DataType.Double => Array.ConvertAll(TensorProtos.Read<double>(tensor), value => (float)value),
        DataType.Float16 => Array.ConvertAll(TensorProtos.Read<Half>(tensor), value => (float)value),
        _ => BFloat16ToFloats(tensor),
    };

    /// <summary>A bfloat16 is the upper half of a float.</summary>
    private static float[] BFloat16ToFloats(TensorProto tensor)
    {
        var bits = tensor.HasRawData
            ? System.Runtime.InteropServices.MemoryMarshal.Cast<byte, ushort>(tensor.RawData.Span).ToArray()
            : tensor.Int32Data.Select(value => (ushort)value).ToArray();
        if (bits.Length != TensorProtos.ElementCount(tensor))
            throw TensorProtos.WrongCount(tensor, bits.Length);
        return Array.ConvertAll(bits, value => BitConverter.UInt32BitsToSingle((uint)value << 16));
    }
}
