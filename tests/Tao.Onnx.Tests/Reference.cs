using Tao.Graph;

namespace Tao.Onnx.Tests;

/// <summary>The ops' definitions written as plainly as possible, for one sample or a batch in N, C, H, W.</summary>
internal static class Reference
{
    internal sealed record Image(int N, int C, int H, int W, float[] Data)
    {
        internal Image(int n, int c, int h, int w)
            : this(n, c, h, w, new float[n * c * h * w])
        {
        }

        internal float this[int n, int c, int y, int x]
        {
            get => Data[(((((n * C) + c) * H) + y) * W) + x];
            set => Data[(((((n * C) + c) * H) + y) * W) + x] = value;
        }

        internal bool Has(int y, int x) => y >= 0 && y < H && x >= 0 && x < W;
    }

    /// <summary>Convolution; <paramref name="depthwise"/> has kernels [C, 1, kh, kw].</summary>
    internal static Image Convolve(Image input, Image kernel, float[]? bias, int stride, Padding padding, int dilation, bool depthwise)
    {
        var output = Slide(input, kernel.N, (kernel.H, kernel.W), stride, padding, dilation);
        Each(output, (n, o, y, x) =>
        {
            double sum = bias?[o] ?? 0;
            for (var c = 0; c < kernel.C; c++)
            {
                foreach (var (ky, kx) in Window(kernel.H, kernel.W))
                {
                    var (sy, sx) = ((y * stride) - padding.Top + (ky * dilation), (x * stride) - padding.Left + (kx * dilation));
                    if (input.Has(sy, sx))
                        sum += (double)input[n, depthwise ? o : c, sy, sx] * kernel[o, c, ky, kx];
                }
            }
            output[n, o, y, x] = (float)sum;
        });
        return output;
    }

    internal static Image Pool(Image input, Image output, int kernel, int stride, Padding padding, Func<List<float>, int, float> reduce)
    {
        Each(output, (n, c, y, x) =>
        {
            var seen = Window(kernel, kernel).Select(k => ((y * stride) - padding.Top + k.Y, (x * stride) - padding.Left + k.X))
                .Where(at => input.Has(at.Item1, at.Item2)).Select(at => input[n, c, at.Item1, at.Item2]).ToList();
            output[n, c, y, x] = reduce(seen, kernel * kernel);
        });
        return output;
    }

    internal static Image Slide(Image input, int channels, (int H, int W) kernel, int stride, Padding padding, int dilation = 1) => new(
        input.N,
        channels,
        ((input.H + padding.Top + padding.Bottom - (dilation * (kernel.H - 1)) - 1) / stride) + 1,
        ((input.W + padding.Left + padding.Right - (dilation * (kernel.W - 1)) - 1) / stride) + 1);

    internal static void Each(Image image, Action<int, int, int, int> visit)
    {
        for (var n = 0; n < image.N; n++)
        {
            for (var c = 0; c < image.C; c++)
            {
                foreach (var (y, x) in Window(image.H, image.W))
                    visit(n, c, y, x);
            }
        }
    }

    internal static IEnumerable<(int Y, int X)> Window(int height, int width) =>
        Enumerable.Range(0, height).SelectMany(y => Enumerable.Range(0, width).Select(x => (y, x)));
}
