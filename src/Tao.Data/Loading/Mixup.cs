using System.Numerics;

namespace Tao.Data.Loading;

/// <summary>Mixes a batch with itself in reversed order: Zhang et al., "mixup" (arXiv 1710.09412), with a lambda for each sample as TAO draws it.</summary>
internal static class Mixup
{
    /// <summary>Row i becomes lambda[i] * row[i] + (1 - lambda[i]) * row[n - 1 - i], all rows at once.</summary>
    public static void Apply(Span<float> rows, ReadOnlySpan<float> lambdas)
    {
        var length = rows.Length / lambdas.Length;
        for (int i = 0, j = lambdas.Length - 1; i < j; i++, j--)
            MixPair(rows.Slice(i * length, length), rows.Slice(j * length, length), lambdas[i], lambdas[j]);
    }

    private static void MixPair(Span<float> first, Span<float> second, float firstShare, float secondShare)
    {
        var x = 0;
        for (; x + Vector<float>.Count <= first.Length; x += Vector<float>.Count)
        {
            var a = new Vector<float>(first[x..]);
            var b = new Vector<float>(second[x..]);
            (a * firstShare + b * (1 - firstShare)).CopyTo(first[x..]);
            (b * secondShare + a * (1 - secondShare)).CopyTo(second[x..]);
        }
        for (; x < first.Length; x++)
        {
            var (a, b) = (first[x], second[x]);
            first[x] = a * firstShare + b * (1 - firstShare);
            second[x] = b * secondShare + a * (1 - secondShare);
        }
    }
}
