using Tao.Data.Classification;
using Tao.Data.Loading;
using Tao.Imaging;
using Tao.Imaging.Preparation;

namespace Tao.Engine.Training;

/// <summary>Turns prepared inputs back into pictures.</summary>
internal static class InputPictures
{
    /// <summary>The first samples of a batch.</summary>
    public static IEnumerable<Image> Of(ImageBatch batch, ChannelTransform transform, int count)
    {
        for (int sample = 0; sample < Math.Min(count, batch.Count); sample++)
            yield return Of(batch, transform, sample, batch.Height * batch.Width);
    }

    private static Image Of(ImageBatch batch, ChannelTransform transform, int sample, int pixels)
    {
        int channels = batch.Channels;
        var bytes = new byte[pixels * channels];
        var values = batch.Pixels.AsSpan(sample * bytes.Length, bytes.Length);
        for (int i = 0; i < values.Length; i++)
        {
            int channel = i % channels;
            int target = transform.Order == ChannelOrder.Bgr ? i - channel + (channels - 1 - channel) : i;
            bytes[target] = (byte)Math.Clamp(Math.Round((values[i] - transform.Offset[channel]) / transform.Scale[channel]), 0, 255);
        }
        return new Image(batch.Width, batch.Height, channels, bytes);
    }
}
