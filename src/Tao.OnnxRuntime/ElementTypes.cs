using Microsoft.ML.OnnxRuntime.Native;
using Microsoft.ML.OnnxRuntime.Tensors;

namespace Microsoft.ML.OnnxRuntime;

/// <summary>.NET types of the tensor element types.</summary>
internal static class ElementTypes
{
    internal static TensorElementType Of<T>() => Of(typeof(T));

    internal static Type? ToType(TensorElementType element) => element switch
    {
        TensorElementType.Float => typeof(float),
        TensorElementType.UInt8 => typeof(byte),
        TensorElementType.Int8 => typeof(sbyte),
        TensorElementType.UInt16 => typeof(ushort),
        TensorElementType.Int16 => typeof(short),
        TensorElementType.Int32 => typeof(int),
        TensorElementType.Int64 => typeof(long),
        TensorElementType.String => typeof(string),
        TensorElementType.Bool => typeof(bool),
        TensorElementType.Float16 => typeof(Half),
        TensorElementType.Double => typeof(double),
        TensorElementType.UInt32 => typeof(uint),
        TensorElementType.UInt64 => typeof(ulong),
        _ => null,
    };

    private static TensorElementType Of(Type type)
    {
        foreach (var element in Enum.GetValues<TensorElementType>())
        {
            if (ToType(element) == type)
                return element;
        }
        throw new OnnxRuntimeException(OrtErrorCode.InvalidArgument, $"A tensor cannot hold elements of type {type}.");
    }
}
