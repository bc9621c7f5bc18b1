namespace Tao.Inference;

/// <summary>The model's file is missing, or is not the one that the class was made for. The message says what to do.</summary>
public sealed class ModelFileException(string message) : Exception(message);
