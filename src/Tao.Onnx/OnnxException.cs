namespace Tao.Onnx;

/// <summary>A model that cannot be written, read or checked; the message names the node, tensor or file.</summary>
public sealed class OnnxException(string message, Exception? inner = null) : Exception(message, inner);
