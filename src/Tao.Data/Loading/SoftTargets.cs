namespace Tao.Data.Loading;

/// <summary>Labels as probability rows.</summary>
internal static class SoftTargets
{
    /// <summary>For each label set 1 - s + s / K for the label and s / K elsewhere (Szegedy et al., arXiv 1512.00567, section 7).</summary>
    /// <param name="labels">Samples x label sets.</param>
    /// <param name="classCounts">K of each label set.</param>
    /// <param name="targets">Samples rows of all label sets' classes side by side.</param>
    public static void Write(ReadOnlySpan<int> labels, ReadOnlySpan<int> classCounts, double smoothing, Span<float> targets)
    {
        for (var i = 0; i < labels.Length; i++)
        {
            var classes = classCounts[i % classCounts.Length];
            var rest = (float)(smoothing / classes);
            var row = targets[..classes];
            row.Fill(rest);
            row[labels[i]] = (float)(1 - smoothing) + rest;
            targets = targets[classes..];
        }
    }
}
