namespace Tao.OnnxRuntime;

/// <summary>The ONNX Runtime library is missing or too old. The message says what to run.</summary>
public sealed class NativeLibraryException(string message, Exception? inner = null) : Exception(message, inner);
