using Tao.Onnx.Protos;

namespace Tao.Onnx.Quantization;

/// <summary>What is known of a graph's values without running it: which are never negative, and which have an upper bound.</summary>
internal sealed class ValueBounds
{
    private readonly Dictionary<string, float> _upper = new(StringComparer.Ordinal);
    private readonly Dictionary<string, TensorProto> _initializers;

    internal ValueBounds(GraphProto graph)
    {
        _initializers = graph.Initializer.ToDictionary(tensor => tensor.Name, StringComparer.Ordinal);
        foreach (var node in graph.Node)
        {
            if (UpperBoundIfNonNegative(node) is { } bound)
                _upper[node.Output[0]] = bound;
        }
    }

    internal bool IsNonNegative(string value) => _upper.ContainsKey(value);

    /// <summary>The largest possible value of a non-negative tensor; infinity when there is no limit.</summary>
    internal float UpperBound(string value) => _upper.GetValueOrDefault(value, float.PositiveInfinity);

    private float? UpperBoundIfNonNegative(NodeProto node) => node.OpType switch
    {
        "Relu" => IsNonNegative(node.Input[0]) ? UpperBound(node.Input[0]) : float.PositiveInfinity,
        "Sigmoid" or "Softmax" => 1,
        "Clip" => Limit(node, 1) is >= 0 ? Limit(node, 2) ?? float.PositiveInfinity : null,
        "QuantizeLinear" or "DequantizeLinear" or "MaxPool" or "AveragePool" or "GlobalAveragePool" or "Flatten" or "Identity" or "Reshape" or "Pad"
            => IsNonNegative(node.Input[0]) ? UpperBound(node.Input[0]) : null,
        "Concat" => node.Input.All(IsNonNegative) ? node.Input.Max(UpperBound) : null,
        "Add" => node.Input.All(IsNonNegative) ? node.Input.Sum(UpperBound) : null,
        "Mul" => node.Input.All(IsNonNegative) ? node.Input.Aggregate(1f, (product, input) => product * UpperBound(input)) : null,
        _ => null,
    };

    private float? Limit(NodeProto clip, int input) =>
        clip.Input.Count > input && _initializers.TryGetValue(clip.Input[input], out var limit) ? TensorProtos.Read<float>(limit)[0] : null;
}
