using Tao.Data.Randomness;

namespace Tao.Data.Loading;

/// <summary>In which order an epoch visits the samples.</summary>
internal static class EpochOrder
{
    /// <summary>0 .. count - 1 as they are, or shuffled by (seed, epoch): Fisher and Yates, in Durstenfeld's form (Knuth, TAOCP 2, 3.4.2 P).</summary>
    public static int[] Create(int count, bool shuffle, ulong seed, int epoch)
    {
        var order = Enumerable.Range(0, count).ToArray();
        if (!shuffle)
            return order;
        var random = new CounterRandom(seed, RandomPurpose.Shuffle, epoch, 0);
        for (var i = count - 1; i > 0; i--)
        {
            var j = random.NextInt(i + 1);
            (order[i], order[j]) = (order[j], order[i]);
        }
        return order;
    }
}
