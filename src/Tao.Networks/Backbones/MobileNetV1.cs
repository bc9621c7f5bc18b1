using System.Collections.Immutable;
using Tao.Graph;

namespace Tao.Networks.Backbones;

/// <summary>
/// MobileNet (Howard et al. 2017, table 1), width 1. A stride of 16 leaves out the last two blocks. Block 0 is the first convolution, block k the
/// k-th pair of depthwise and pointwise convolution.
/// </summary>
public static class MobileNetV1
{
    // Table 1 of the paper: channels of the pointwise convolution and stride of the depthwise one.
    private static readonly ImmutableArray<(int Channels, int Stride)> _pairs =
    [
        (64, 1), (128, 2), (128, 1), (256, 2), (256, 1), (512, 2), (512, 1), (512, 1), (512, 1), (512, 1), (512, 1), (1024, 2), (1024, 1),
    ];

    public static BackboneFeatures Append(GraphBuilder builder, string input, BackboneOptions options)
    {
        if (options.Stride is not (16 or 32))
            throw new GraphException(FormattableString.Invariant($"MobileNet has a stride of 16 or 32, not {options.Stride}."));
        var writer = new BackboneWriter(builder, options, "relu");

        var x = writer.Conv("conv1", input, 32, kernel: 3, stride: 2, block: 0);
        x = writer.Activate("conv1_relu", writer.BatchNorm("conv1_bn", x));
        var stride = 2;
        for (var block = 1; block <= _pairs.Length && stride * _pairs[block - 1].Stride <= options.Stride; block++)
        {
            var (channels, blockStride) = _pairs[block - 1];
            stride *= blockStride;
            x = writer.Depthwise(FormattableString.Invariant($"conv_dw_{block}"), x, kernel: 3, blockStride, block);
            x = writer.BatchNorm(FormattableString.Invariant($"conv_dw_{block}_bn"), x);
            x = writer.Activate(FormattableString.Invariant($"conv_dw_{block}_relu"), x);
            x = writer.Conv(FormattableString.Invariant($"conv_pw_{block}"), x, channels, kernel: 1, stride: 1, block);
            x = writer.BatchNorm(FormattableString.Invariant($"conv_pw_{block}_bn"), x);
            x = writer.Activate(FormattableString.Invariant($"conv_pw_relu_{block}"), x);
            writer.Reached(stride, x);
        }
        return writer.Finish(x, () => writer.LinearHead(x, withDropout: true));
    }

    public static string? TorchvisionModule(NetworkGraph graph, string scope) => null;
}
