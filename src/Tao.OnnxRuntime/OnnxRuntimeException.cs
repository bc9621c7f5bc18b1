namespace Microsoft.ML.OnnxRuntime;

/// <summary>An error that ONNX Runtime reports, or that this binding finds before calling it.</summary>
public sealed class OnnxRuntimeException : Exception
{
    internal OnnxRuntimeException(Native.OrtErrorCode errorCode, string message)
        : base($"[ErrorCode:{errorCode}] {message}")
    {
    }
}
