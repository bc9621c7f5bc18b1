using Tao.Graph;

namespace Tao.Testing;

/// <summary>Numbers that look random and are the same everywhere.</summary>
public static class Numbers
{
    public static float[] Uniform(long count, int seed, float amplitude = 1)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, (int)count).Select(_ => ((random.NextSingle() * 2) - 1) * amplitude)];
    }

    /// <summary>Equally spaced numbers in a random order: no two are equal, and none is zero.</summary>
    public static float[] Spaced(int count, float amplitude, int seed)
    {
        // An even number of steps puts zero between two of them.
        var steps = count + (count % 2);
        var numbers = Enumerable.Range(0, count).Select(i => ((2 * i) + 1 - steps) * amplitude / steps).ToArray();
        new Random(seed).Shuffle(numbers);
        return numbers;
    }

    /// <summary>A value for every parameter; variances and ranges are positive, and kernels keep values of about the same size.</summary>
    public static Weights Weights(NetworkGraph graph)
    {
        var seed = 10;
        return Graph.Weights.From(graph.Parameters().Select(parameter => KeyValuePair.Create(parameter.Name, Tensor(parameter.Spec, seed++))));
    }

    private static WeightTensor Tensor(ParameterSpec spec, int seed)
    {
        var fan = spec.Role == ParameterRole.Kernel ? spec.Shape.ElementCount / spec.Shape[0] : 1;
        var values = Uniform(spec.Shape.ElementCount, seed, 1.5f / MathF.Sqrt(fan));
        return new WeightTensor(spec.Shape, spec.Role switch
        {
            ParameterRole.RunningVariance or ParameterRole.QuantizationRange => Array.ConvertAll(values, value => MathF.Abs(value) + 0.5f),
            ParameterRole.Gamma => Array.ConvertAll(values, value => value + 2),
            _ => values,
        });
    }
}
