namespace Microsoft.ML.OnnxRuntime;

/// <summary>How much ONNX Runtime rewrites a graph. INT8 files need <see cref="ORT_ENABLE_ALL"/> to be fast.</summary>
public enum GraphOptimizationLevel
{
    ORT_DISABLE_ALL = 0,
    ORT_ENABLE_BASIC = 1,
    ORT_ENABLE_EXTENDED = 2,
    ORT_ENABLE_ALL = 99,
}
