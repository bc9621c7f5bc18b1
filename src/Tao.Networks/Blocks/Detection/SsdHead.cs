using System.Collections.Immutable;
using Tao.Graph;
using Tao.Graph.Ops;

namespace Tao.Networks.Blocks.Detection;

/// <summary>
/// SSD's heads on its feature maps: for each a 3×3 convolution of scores and one of offsets, on request behind DSSD's prediction block (Fu
/// et al. 2017, figure 2 c). The outputs are <see cref="Scores"/> and <see cref="Offsets"/>.
/// </summary>
internal static class SsdHead
{
    /// <summary>Samples × anchors × (1 + classes), background first, after softmax.</summary>
    public const string Scores = "ssd_scores";

    /// <summary>Samples × anchors × 4.</summary>
    public const string Offsets = "ssd_offsets";

    private const double BatchNormEpsilon = 1e-3;
    private const double BatchNormMomentum = 0.99;

    /// <param name="shapes">Anchors of a cell of each map.</param>
    /// <param name="classes">Without the background.</param>
    public static NetworkGraph Finish(GraphBuilder builder, ImmutableArray<string> maps, ImmutableArray<int> shapes, int classes, SsdConfig config)
    {
        var (scores, offsets) = (new List<string>(), new List<string>());
        for (var i = 0; i < maps.Length; i++)
        {
            var x = config.PredNumChannels == 0 ? maps[i] : AppendPrediction(builder, maps[i], i, (int)config.PredNumChannels, config.FreezeBn);
            scores.Add(AppendRows(builder, x, FormattableString.Invariant($"ssd_conf_{i}"), shapes[i], classes + 1));
            offsets.Add(AppendRows(builder, x, FormattableString.Invariant($"ssd_loc_{i}"), shapes[i], 4));
        }
        var logits = builder.Add("ssd_logits", new Concat(), [.. scores]);
        return builder.Build(builder.Add(Scores, new Softmax(Axis: 2), logits), builder.Add(Offsets, new Concat(), [.. offsets]));
    }

    private static string AppendRows(GraphBuilder builder, string input, string name, int shapes, int width) =>
        builder.Add($"{name}_rows", new AnchorRows(width), builder.Add(name, new Conv2d(shapes * width, 3, 3, Padding: Padding.Same(3)) { InitialKernel = Initializer.HeNormal }, input));

    private static string AppendPrediction(GraphBuilder builder, string input, int map, int channels, bool freezeBatchNorm)
    {
        var name = FormattableString.Invariant($"ssd_pred_{map}");
        var x = Layer("0", input, channels / 4, relu: true);
        x = Layer("1", x, channels / 4, relu: true);
        x = Layer("2", x, channels, relu: false);
        return builder.Add($"{name}_relu", new Relu(), builder.Add($"{name}_add", new Add(), x, Layer("skip", input, channels, relu: false)));

        string Layer(string part, string value, int width, bool relu)
        {
            value = builder.Add($"{name}_conv_{part}", new Conv2d(width, 1, 1, Bias: false), value);
            value = builder.Add($"{name}_bn_{part}", new BatchNorm(BatchNormEpsilon, BatchNormMomentum, freezeBatchNorm), value);
            return relu ? builder.Add($"{name}_relu_{part}", new Relu(), value) : value;
        }
    }
}
