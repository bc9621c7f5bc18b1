using System.Collections.Immutable;
using Tao.Graph;
using Tao.Graph.Ops;

namespace Tao.Networks.Backbones;

/// <summary>
/// GoogLeNet (Szegedy et al. 2015, table 1) without its auxiliary classifiers and local response normalisation, with TAO's 2×2 pools. Total
/// stride 16, and 32 under the own head, where a pool stands before module 5a. Block 0 is the part before the modules, 1 to 7 are the
/// modules 3a to 4e; 5a and 5b freeze with the seventh.
/// </summary>
public static class GoogLeNet
{
    private const string Activation = "relu";

    // Table 1: 1×1, 3×3 reduction, 3×3, 5×5 reduction, 5×5, projection of the pool.
    private static readonly ImmutableArray<(string Name, int Block, ImmutableArray<int> Widths)> _modules =
    [
        ("3a", 1, [64, 96, 128, 16, 32, 32]),
        ("3b", 2, [128, 128, 192, 32, 96, 64]),
        ("4a", 3, [192, 96, 208, 16, 48, 64]),
        ("4b", 4, [160, 112, 224, 24, 64, 64]),
        ("4c", 5, [128, 128, 256, 24, 64, 64]),
        ("4d", 6, [112, 144, 288, 32, 64, 64]),
        ("4e", 7, [256, 160, 320, 32, 128, 128]),
        ("5a", 7, [256, 160, 320, 32, 128, 128]),
        ("5b", 7, [384, 192, 384, 48, 128, 128]),
    ];

    public static BackboneFeatures Append(GraphBuilder builder, string input, BackboneOptions options)
    {
        var writer = new BackboneWriter(builder, options, "relu");
        var x = writer.Layer("conv1", input, (64, 7, 2), 0, Activation);
        writer.Reached(2, x);
        x = writer.Add("pool1", new MaxPool2d(2, 2), x);
        x = writer.Layer("conv2_reduce", x, (64, 1, 1), 0, Activation);
        x = writer.Layer("conv2", x, (192, 3, 1), 0, Activation);
        writer.Reached(4, x);
        x = writer.Add("pool2", new MaxPool2d(2, 2), x);
        var stride = 8;
        foreach (var (name, block, widths) in _modules)
        {
            x = AppendModule(writer, x, $"inception_{name}", block, widths);
            writer.Reached(stride, x);
            if (name == "3b" || (name == "4e" && options.RetainHead))
            {
                x = writer.Add($"pool_{name}", new MaxPool2d(2, 2), x);
                stride *= 2;
            }
        }
        return writer.Finish(x, () => writer.LinearHead(x, withDropout: true));
    }

    public static string? TorchvisionModule(NetworkGraph graph, string scope) => null;

    private static string AppendModule(BackboneWriter writer, string input, string name, int block, ImmutableArray<int> widths)
    {
        var narrow = writer.Layer($"{name}_1x1", input, (widths[0], 1, 1), block, Activation);
        var middle = writer.Layer($"{name}_3x3_reduce", input, (widths[1], 1, 1), block, Activation);
        middle = writer.Layer($"{name}_3x3", middle, (widths[2], 3, 1), block, Activation);
        var wide = writer.Layer($"{name}_5x5_reduce", input, (widths[3], 1, 1), block, Activation);
        wide = writer.Layer($"{name}_5x5", wide, (widths[4], 5, 1), block, Activation);
        var pooled = writer.Add($"{name}_pool", new MaxPool2d(3, 1, Padding.Same(3)), input);
        pooled = writer.Layer($"{name}_pool_proj", pooled, (widths[5], 1, 1), block, Activation);
        return writer.Add($"{name}_output", new Concat(), narrow, middle, wide, pooled);
    }
}
