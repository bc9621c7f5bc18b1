namespace Tao.Data.Loading;

/// <summary>Labels as probability rows.</summary>
internal static class SoftTargets
{
    /// <summary>1 - s + s / K for the label and s / K elsewhere (Szegedy et al., arXiv 1512.00567, section 7); all 0 for an image without label.</summary>
    public static void Write(ReadOnlySpan<int> labels, int classes, double smoothing, Span<float> targets)
    {
        var rest = (float)(smoothing / classes);
        for (var i = 0; i < labels.Length; i++)
        {
            var row = targets.Slice(i * classes, classes);
            row.Fill(labels[i] < 0 ? 0 : rest);
            if (labels[i] >= 0)
                row[labels[i]] = (float)(1 - smoothing) + rest;
        }
    }
}
