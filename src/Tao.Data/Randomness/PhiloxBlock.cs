namespace Tao.Data.Randomness;

/// <summary>Four words of Philox4x32-10, as counter or as result; the constants are those of the paper's table 2.</summary>
internal readonly record struct PhiloxBlock(uint A, uint B, uint C, uint D)
{
    private const uint MultiplierA = 0xD2511F53;
    private const uint MultiplierC = 0xCD9E8D57;
    private const uint WeylLow = 0x9E3779B9;
    private const uint WeylHigh = 0xBB67AE85;
    private const int Rounds = 10;

    public uint this[int i] => i switch { 0 => A, 1 => B, 2 => C, _ => D };

    public static PhiloxBlock Compute(ulong key, PhiloxBlock counter)
    {
        var (low, high) = ((uint)key, (uint)(key >> 32));
        for (var round = 0; round < Rounds; round++)
        {
            var productA = (ulong)MultiplierA * counter.A;
            var productC = (ulong)MultiplierC * counter.C;
            counter = new PhiloxBlock((uint)(productC >> 32) ^ counter.B ^ low, (uint)productC, (uint)(productA >> 32) ^ counter.D ^ high, (uint)productA);
            low += WeylLow;
            high += WeylHigh;
        }
        return counter;
    }
}
