using Tao.Graph;
using Tao.Graph.Ops;

namespace Tao.Networks.Backbones;

/// <summary>
/// AlexNet (Krizhevsky et al. 2012, section 3.5) on one processor, so without groups, and without its local response normalisation. Total stride
/// 16, and 32 under the own head, whose two dense layers have 4096 units. Freeze ids are the convolutions, 1 to 5.
/// </summary>
public static class AlexNet
{
    private const int HeadWidth = 4096;

    public static BackboneFeatures Append(GraphBuilder builder, string input, BackboneOptions options)
    {
        var writer = new BackboneWriter(builder, options, "relu");
        var x = writer.Conv("conv1", input, new Conv2d(96, 11, 11, Stride: 4, Bias: options.UseBias), block: 1);
        x = Finished(writer, "conv1", x);
        writer.Reached(4, x);
        x = writer.Add("pool1", new MaxPool2d(3, 2), x);
        x = Finished(writer, "conv2", writer.Conv("conv2", x, 256, kernel: 5, stride: 1, block: 2));
        writer.Reached(8, x);
        x = writer.Add("pool2", new MaxPool2d(3, 2), x);
        foreach (var (block, channels) in new[] { (3, 384), (4, 384), (5, 256) })
        {
            var name = FormattableString.Invariant($"conv{block}");
            x = Finished(writer, name, writer.Conv(name, x, channels, kernel: 3, stride: 1, block));
        }
        writer.Reached(16, x);
        return writer.Finish(x, () => Head(writer, x));
    }

    public static string? TorchvisionModule(NetworkGraph graph, string scope) => null;

    private static string Finished(BackboneWriter writer, string name, string x) => writer.Activate($"{name}_relu", writer.BatchNorm($"{name}_bn", x));

    private static string Head(BackboneWriter writer, string features)
    {
        var x = writer.Add("pool5", new MaxPool2d(3, 2), features);
        return writer.DenseHead(writer.Add("flatten", new Flatten(), x), HeadWidth);
    }
}
