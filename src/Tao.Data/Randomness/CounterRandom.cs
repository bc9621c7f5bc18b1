namespace Tao.Data.Randomness;

/// <summary>
/// Random numbers that depend only on (seed, purpose, epoch, index) and on how many were drawn before, so that any sample of any epoch can
/// be made again without the ones before it. Philox4x32-10 of Salmon et al., "Parallel random numbers: as easy as 1, 2, 3" (SC 2011).
/// </summary>
public struct CounterRandom
{
    private readonly ulong _seed;
    private readonly uint _purpose;
    private readonly uint _epoch;
    private readonly uint _index;
    private PhiloxBlock _block;
    private uint _next;
    private int _left;

    public CounterRandom(ulong seed, RandomPurpose purpose, int epoch, int index)
    {
        (_seed, _purpose, _epoch, _index) = (seed, (uint)purpose, (uint)epoch, (uint)index);
    }

    public uint NextUInt32()
    {
        if (_left == 0)
        {
            _block = PhiloxBlock.Compute(_seed, new PhiloxBlock(_next++, _purpose, _epoch, _index));
            _left = 4;
        }
        return _block[4 - _left--];
    }

    /// <summary>A number in [0, 1) with 53 random bits.</summary>
    public double Uniform()
    {
        var bits = ((ulong)NextUInt32() << 32) | NextUInt32();
        return (bits >> 11) * (1.0 / (1UL << 53));
    }

    /// <summary>A number in [low, high).</summary>
    public double Uniform(double low, double high) => low + (high - low) * Uniform();

    /// <summary>A whole number in [0, count), without bias: Lemire, "Fast random integer generation in an interval" (2019), algorithm 5.</summary>
    public int NextInt(int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(count);
        var range = (uint)count;
        var product = (ulong)NextUInt32() * range;
        if ((uint)product < range)
        {
            var threshold = (0u - range) % range;
            while ((uint)product < threshold)
                product = (ulong)NextUInt32() * range;
        }
        return (int)(product >> 32);
    }

    /// <summary>A standard normal number: Box and Muller, "A note on the generation of random normal deviates" (1958).</summary>
    public double Normal()
    {
        var radius = Math.Sqrt(-2 * Math.Log(1 - Uniform())); // 1 - u lies in (0, 1], so the logarithm is finite
        return radius * Math.Cos(2 * Math.PI * Uniform());
    }

    /// <summary>Gamma(shape, 1): Marsaglia and Tsang, "A simple method for generating gamma variables" (2000), with its boost for shape &lt; 1.</summary>
    public double Gamma(double shape)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(shape);
        if (shape < 1)
            return Gamma(shape + 1) * Math.Pow(1 - Uniform(), 1 / shape);
        var d = shape - 1.0 / 3;
        var c = 1 / Math.Sqrt(9 * d);
        while (true)
        {
            var x = Normal();
            var v = Math.Pow(1 + c * x, 3);
            if (v > 0 && Math.Log(1 - Uniform()) < 0.5 * x * x + d - d * v + d * Math.Log(v))
                return d * v;
        }
    }

    /// <summary>Beta(a, b) as Gamma(a) / (Gamma(a) + Gamma(b)) (Devroye, "Non-uniform random variate generation", IX.4).</summary>
    public double Beta(double a, double b)
    {
        var x = Gamma(a);
        var y = Gamma(b);
        // For a tiny a both may underflow to 0; the distribution is then all but concentrated on its two ends.
        return x + y > 0 ? x / (x + y) : Math.Round(Uniform());
    }
}
