using Tao.Graph;

namespace Tao.Onnx.Tests;

/// <summary>Deterministic numbers for tests.</summary>
internal static class Samples
{
    /// <summary>Values in [−amplitude, amplitude) that look random and are the same everywhere.</summary>
    internal static float[] Values(long count, int seed = 1, float amplitude = 1)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, (int)count).Select(_ => ((random.NextSingle() * 2) - 1) * amplitude)];
    }

    internal static WeightTensor Tensor(TensorShape shape, int seed, float amplitude = 1) => new(shape, Values(shape.ElementCount, seed, amplitude));

    /// <summary>Random weights for every parameter; variances and ranges positive.</summary>
    internal static Weights WeightsFor(NetworkGraph graph)
    {
        var seed = 10;
        return Weights.From(graph.Parameters().Select(parameter =>
        {
            var tensor = Tensor(parameter.Spec.Shape, seed++);
            var positive = parameter.Spec.Role is ParameterRole.RunningVariance or ParameterRole.QuantizationRange;
            if (positive)
                tensor = tensor with { Data = Array.ConvertAll(tensor.Data.ToArray(), value => MathF.Abs(value) + 0.5f) };
            return KeyValuePair.Create(parameter.Name, tensor);
        }));
    }

    internal static Model ModelOf(NetworkGraph graph) => new(graph, WeightsFor(graph));
}
