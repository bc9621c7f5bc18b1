using Microsoft.ML.OnnxRuntime.Native;
using Microsoft.ML.OnnxRuntime.Tensors;

namespace Microsoft.ML.OnnxRuntime;

/// <summary>Type and shape of a model's input or output.</summary>
public class NodeMetadata
{
    private readonly OrtTensorTypeAndShapeInfo? _tensor;

    internal NodeMetadata(nint typeInfo)
    {
        OnnxValueType = (OnnxValueType)(int)OrtApi.Get(ApiFunction.GetOnnxTypeFromTypeInfo, typeInfo);
        if (OnnxValueType != OnnxValueType.ONNX_TYPE_TENSOR)
            return;
        // The cast gives a view that lives as long as the type info.
        _tensor = new(OrtApi.Get(ApiFunction.CastTypeInfoToTensorInfo, typeInfo));
    }

    public OnnxValueType OnnxValueType { get; }

    public bool IsTensor => _tensor is not null;

    public bool IsString => _tensor is { IsString: true };

    /// <summary>Sizes of the axes; −1 where free.</summary>
    public int[] Dimensions => [.. Tensor.Shape.Select(size => checked((int)size))];

    /// <summary>Names of the free axes; empty strings for the others.</summary>
    public string[] SymbolicDimensions => Tensor.GetSymbolicDimensions();

    public TensorElementType ElementDataType => Tensor.ElementDataType;

    public Type? ElementType => ElementTypes.ToType(ElementDataType);

    private OrtTensorTypeAndShapeInfo Tensor =>
        _tensor ?? throw new OnnxRuntimeException(OrtErrorCode.InvalidArgument, $"The value is not a tensor but {OnnxValueType}.");
}
