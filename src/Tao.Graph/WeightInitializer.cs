using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Tao.Graph;

/// <summary>
/// Starting weights. Each parameter draws from its own counter-based stream, keyed by (seed, parameter name), so a parameter's values
/// do not depend on the others, on the order of the nodes or on the machine.
/// </summary>
public static class WeightInitializer
{
    // Standard deviation of a standard normal cut at ±2.
    private const double DeviationWithinTwo = 0.87962566103423978;

    public static Weights Create(NetworkGraph graph, ulong seed) => Weights.From(graph.Parameters().Select(parameter =>
        KeyValuePair.Create(parameter.Name, Create(parameter.Spec, parameter.Name, seed))));

    /// <summary>One parameter's starting value.</summary>
    public static WeightTensor Create(ParameterSpec spec, string fullName, ulong seed) => spec.Initializer.Kind switch
    {
        InitializerKind.Constant => WeightTensor.Filled(spec.Shape, spec.Initializer.Value),
        InitializerKind.GlorotUniform => Uniform(spec.Shape, GlorotLimit(spec.Shape), StreamKey(fullName, seed)),
        InitializerKind.HeNormal => TruncatedNormal(spec.Shape, Math.Sqrt(2 / FanIn(spec.Shape)), StreamKey(fullName, seed)),
        InitializerKind.Normal => Normal(spec.Shape, spec.Initializer.Value, StreamKey(fullName, seed)),
        _ => throw new GraphException($"Parameter '{fullName}' has the unknown initializer {spec.Initializer.Kind}."),
    };

    /// <summary>sqrt(6 / (fan_in + fan_out)); a fan is the channels times the kernel's area (Glorot and Bengio 2010, eq. 16).</summary>
    private static double GlorotLimit(TensorShape kernel)
    {
        var area = kernel.Sizes.Skip(2).Aggregate(1L, (product, size) => product * size);
        return Math.Sqrt(6.0 / ((kernel[0] + kernel[1]) * area));
    }

    private static WeightTensor Uniform(TensorShape shape, double limit, ulong key)
    {
        var data = new float[shape.ElementCount];
        for (var i = 0; i < data.Length; i++)
            data[i] = (float)((2 * UnitInterval(key, (ulong)i) - 1) * limit);
        return new WeightTensor(shape, data);
    }

    private static double FanIn(TensorShape kernel) => kernel.Sizes.Skip(1).Aggregate(1L, (product, size) => product * size);

    private static WeightTensor Normal(TensorShape shape, double deviation, ulong key)
    {
        var data = new float[shape.ElementCount];
        for (var i = 0; i < data.Length; i++)
            data[i] = (float)(Gaussian(key, (ulong)i) * deviation);
        return new WeightTensor(shape, data);
    }

    /// <summary>Draws beyond two deviations are drawn again, which leaves <see cref="DeviationWithinTwo"/> of the deviation; Keras makes up for it, and so does this.</summary>
    private static WeightTensor TruncatedNormal(TensorShape shape, double deviation, ulong key)
    {
        var data = new float[shape.ElementCount];
        ulong draw = 0;
        for (var i = 0; i < data.Length; i++)
        {
            double value;
            do
                value = Gaussian(key, draw++);
            while (Math.Abs(value) > 2);
            data[i] = (float)(value * deviation / DeviationWithinTwo);
        }
        return new WeightTensor(shape, data);
    }

    /// <summary>Box and Muller's transform (1958).</summary>
    private static double Gaussian(ulong key, ulong index) =>
        Math.Sqrt(-2 * Math.Log(1 - UnitInterval(key, 2 * index))) * Math.Cos(2 * Math.PI * UnitInterval(key, (2 * index) + 1));

    /// <summary>53 random bits as a number in [0, 1).</summary>
    private static double UnitInterval(ulong key, ulong counter) => (SplitMix(key, counter) >> 11) * (1.0 / (1UL << 53));

    /// <summary>SplitMix64 at a position of its sequence (Steele, Lea and Flood 2014, figure 17).</summary>
    private static ulong SplitMix(ulong key, ulong counter)
    {
        var z = key + (counter + 1) * 0x9E3779B97F4A7C15UL;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9UL;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBUL;
        return z ^ (z >> 31);
    }

    private static ulong StreamKey(string name, ulong seed)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(FormattableString.Invariant($"{seed}/{name}")));
        return BinaryPrimitives.ReadUInt64LittleEndian(hash);
    }
}
