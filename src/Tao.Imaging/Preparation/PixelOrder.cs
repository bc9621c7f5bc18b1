namespace Tao.Imaging.Preparation;

/// <summary>The two orders in which images lie in memory.</summary>
public static class PixelOrder
{
    /// <summary>Loaders write H × W × C, ONNX files take C × H × W.</summary>
    /// <param name="source">One image, channels last.</param>
    /// <param name="target">As long as the source; takes it with the channels first.</param>
    public static void ToChannelsFirst(ReadOnlySpan<float> source, int channels, Span<float> target)
    {
        int plane = source.Length / channels;
        for (int channel = 0; channel < channels; channel++)
        {
            var to = target.Slice(channel * plane, plane);
            for (int i = 0; i < to.Length; i++)
                to[i] = source[(i * channels) + channel];
        }
    }
}
