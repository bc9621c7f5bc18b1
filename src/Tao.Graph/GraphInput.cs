namespace Tao.Graph;

/// <summary>A value fed from outside.</summary>
public sealed record GraphInput(string Name, TensorType Type);
