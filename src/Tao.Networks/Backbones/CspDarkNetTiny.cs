using Tao.Graph;
using Tao.Graph.Ops;

namespace Tao.Networks.Backbones;

/// <summary>
/// The backbone of YOLOv4-tiny (Wang et al. 2021, section 4.3): three stages that work on the second half of their channels and join what they
/// saw on the way. Leaky ReLU unless the spec says otherwise; total stride 32. Blocks 0 and 1 are the first convolutions, 2 to 4 the stages,
/// 5 the last convolution.
/// </summary>
public static class CspDarkNetTiny
{
    private const string Activation = "act";

    public static BackboneFeatures Append(GraphBuilder builder, string input, BackboneOptions options)
    {
        var writer = new BackboneWriter(builder, options, "leaky_relu");
        var x = writer.Layer("conv_0", input, (32, 3, 2), 0, Activation);
        writer.Reached(2, x);
        x = writer.Layer("conv_1", x, (64, 3, 2), 1, Activation);
        var stride = 4;
        for (var block = 2; block <= 4; block++)
        {
            writer.Reached(stride, x);
            x = AppendStage(writer, x, block, 16 << block, stride);
            stride *= 2;
        }
        x = writer.Layer("conv_5", x, (512, 3, 1), 5, Activation);
        writer.Reached(stride, x);
        return writer.Finish(x, () => writer.LinearHead(x, withDropout: false));
    }

    public static string? TorchvisionModule(NetworkGraph graph, string scope) => null;

    private static string AppendStage(BackboneWriter writer, string input, int block, int width, int stride)
    {
        var prefix = FormattableString.Invariant($"conv_{block}");
        var route = writer.Layer($"{prefix}_conv_0", input, (width, 3, 1), block, Activation);
        var half = writer.Add($"{prefix}_split", new ChannelSlice(width / 2, width / 2), route);
        var first = writer.Layer($"{prefix}_conv_1", half, (width / 2, 3, 1), block, Activation);
        var second = writer.Layer($"{prefix}_conv_2", first, (width / 2, 3, 1), block, Activation);
        var x = writer.Add($"{prefix}_concat_0", new Concat(), second, first);
        x = writer.Layer($"{prefix}_conv_3", x, (width, 1, 1), block, Activation);
        writer.Reached(stride, x);
        x = writer.Add($"{prefix}_concat_1", new Concat(), route, x);
        return writer.Add($"{prefix}_pool", new MaxPool2d(2, 2), x);
    }
}
