using System.Collections.Immutable;
using Tao.Graph;
using Tao.Graph.Ops;
using Tao.Networks.Blocks.Detection;

namespace Tao.Networks.Ssd;

/// <summary>
/// DSSD's way back from the smallest map to the largest (Fu et al. 2017, figure 3): each map is multiplied by what the coarser one becomes
/// through a deconvolution. A convolution behind that one makes the sizes meet, padded by one pixel or not.
/// </summary>
internal static class DssdTopDown
{
    private const double BatchNormEpsilon = 1e-3;
    private const double BatchNormMomentum = 0.99;

    /// <summary>Width of the first map where the backbone's own is narrow or wide at will.</summary>
    private const int FirstWidth = 256;

    /// <param name="maps">The largest first, as is the result.</param>
    public static ImmutableArray<string> Append(GraphBuilder builder, ImmutableArray<string> maps, SsdConfig config)
    {
        bool isSmall = config is { Arch: "mobilenet_v1" or "mobilenet_v2" or "squeezenet" } or { Arch: "resnet", Nlayers: 10 };
        if (isSmall)
            maps = maps.SetItem(0, builder.Add("dssd_expand_conv", new Conv2d(FirstWidth, 1, 1, Bias: false), maps[0]));
        var results = new Stack<string>([maps[^1]]);
        for (int i = 0; i < maps.Length - 1; i++)
            results.Push(AppendModule(builder, results.Peek(), maps[maps.Length - 2 - i], i, config.FreezeBn));
        return [.. results];
    }

    private static string AppendModule(GraphBuilder builder, string coarse, string fine, int index, bool freezeBatchNorm)
    {
        string suffix = FormattableString.Invariant($"block_{index}");
        int channels = (int)builder.TypeOf(fine).Shape.Channels;
        string large = Normed($"dssd_large_conv_0_{suffix}", $"dssd_large_bn_0_{suffix}", new Conv2d(channels, 3, 3, Padding: Padding.Same(3), Bias: false), fine);
        large = builder.Add($"dssd_large_relu_{suffix}", new Relu(), large);
        large = Normed($"dssd_large_conv_1_{suffix}", $"dssd_large_bn_1_{suffix}", new Conv2d(channels, 3, 3, Padding: Padding.Same(3), Bias: false), large);

        string small = builder.Add($"dssd_small_deconv_{suffix}", new ConvTranspose2d(channels, 2, Doubles() ? 2 : 1), coarse);
        var (rows, columns) = (Fit(small, 2), Fit(small, 3));
        small = Normed(
            $"dssd_small_conv_{suffix}", $"dssd_small_bn_{suffix}",
            new Conv2d(channels, rows.Kernel, columns.Kernel, Padding: new Padding(rows.Pad, columns.Pad, rows.Pad, columns.Pad), Bias: false), small);
        return builder.Add($"dssd_relu_{suffix}", new Relu(), builder.Add($"dssd_mul_{suffix}", new Multiply(), large, small));

        // Where both maps are of one size, as DarkNet's last and the one behind it, nothing is to be doubled; TAO cannot build that.
        bool Doubles() => builder.TypeOf(coarse).Shape[2] < builder.TypeOf(fine).Shape[2];

        // The kernel and padding that make sizes meet which may differ by one.
        (int Pad, int Kernel) Fit(string value, int axis) => builder.TypeOf(value).Shape[axis].CompareTo(builder.TypeOf(fine).Shape[axis]) switch
        {
            0 => (1, 3),
            > 0 => (0, 2),
            _ => (1, 2),
        };

        string Normed(string name, string normName, Conv2d conv, string input) =>
            builder.Add(normName, new BatchNorm(BatchNormEpsilon, BatchNormMomentum, freezeBatchNorm), builder.Add(name, conv, input));
    }
}
