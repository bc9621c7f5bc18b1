using Microsoft.ML.OnnxRuntime.Native;
using Microsoft.ML.OnnxRuntime.Tensors;

namespace Microsoft.ML.OnnxRuntime;

/// <summary>Element type and shape of a tensor or of a model's input or output.</summary>
public readonly struct OrtTensorTypeAndShapeInfo
{
    private readonly string[] _symbolicDimensions;

    internal unsafe OrtTensorTypeAndShapeInfo(nint info)
    {
        ElementDataType = (TensorElementType)(int)OrtApi.Get(ApiFunction.GetTensorElementType, info);
        var rank = (int)OrtApi.Get(ApiFunction.GetDimensionsCount, info);
        Shape = new long[rank];
        fixed (long* sizes = Shape)
            OrtApi.Check(((delegate* unmanaged<nint, long*, nint, nint>)OrtApi.Function(ApiFunction.GetDimensions))(info, sizes, rank));
        var names = stackalloc nint[rank];
        OrtApi.Check(((delegate* unmanaged<nint, nint*, nint, nint>)OrtApi.Function(ApiFunction.GetSymbolicDimensions))(info, names, rank));
        _symbolicDimensions = new string[rank];
        for (var axis = 0; axis < rank; axis++)
            _symbolicDimensions[axis] = OrtApi.Utf8(names[axis]);
        ElementCount = Shape.Contains(-1) ? -1 : (long)OrtApi.Get(ApiFunction.GetTensorShapeElementCount, info);
    }

    public TensorElementType ElementDataType { get; }

    public bool IsString => ElementDataType == TensorElementType.String;

    /// <summary>Number of elements; −1 when an axis is free.</summary>
    public long ElementCount { get; }

    public int DimensionsCount => Shape.Length;

    /// <summary>Sizes of the axes; −1 where free.</summary>
    public long[] Shape { get; }

    public string[] GetSymbolicDimensions() => _symbolicDimensions;
}
