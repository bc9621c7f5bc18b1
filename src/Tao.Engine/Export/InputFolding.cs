using Tao.Data.Classification;
using Tao.Graph.Passes;
using Tao.Imaging.Preparation;

namespace Tao.Engine.Export;

/// <summary>Moves the input's normalisation into the network, so that a deployment feeds RGB (or gray) pixels from 0 to 255.</summary>
internal static class InputFolding
{
    public static FoldNormalizationPass Pass(ImagePreprocessing preprocessing)
    {
        var transform = preprocessing.Transform;
        return new FoldNormalizationPass(new InputNormalization(transform.Scale, transform.Offset, transform.Order == ChannelOrder.Bgr));
    }

    /// <summary>What is left to do to images when the normalisation is inside the file: pixels as they are, RGB or gray.</summary>
    public static ImagePreparation RawPreparation(ImagePreprocessing preprocessing)
    {
        var preparation = preprocessing.Preparation;
        var order = preparation.Transform.Order == ChannelOrder.Gray ? ChannelOrder.Gray : ChannelOrder.Rgb;
        return preparation with { Transform = new ChannelTransform(order, [.. preparation.Transform.Scale.Select(_ => 1f)], [.. preparation.Transform.Offset.Select(_ => 0f)]) };
    }

    /// <summary>Undoes the preprocessing: the raw pixels (RGB order, N × C × H × W) behind a batch of inputs.</summary>
    public static float[] RawPixels(float[] inputs, ImagePreprocessing preprocessing)
    {
        var transform = preprocessing.Transform;
        int channels = preprocessing.Channels, plane = preprocessing.Height * preprocessing.Width;
        var raw = new float[inputs.Length];
        for (int image = 0; image < inputs.Length / (channels * plane); image++)
        {
            for (int channel = 0; channel < channels; channel++)
            {
                int source = transform.Order == ChannelOrder.Bgr ? channels - 1 - channel : channel;
                var from = inputs.AsSpan(((image * channels) + channel) * plane, plane);
                var to = raw.AsSpan(((image * channels) + source) * plane, plane);
                for (int i = 0; i < plane; i++)
                    to[i] = (from[i] - transform.Offset[channel]) / transform.Scale[channel];
            }
        }
        return raw;
    }
}
