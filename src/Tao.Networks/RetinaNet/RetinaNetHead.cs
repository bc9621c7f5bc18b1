using System.Collections.Immutable;
using Tao.Graph;
using Tao.Graph.Ops;

namespace Tao.Networks.RetinaNet;

/// <summary>
/// RetinaNet's two subnets (Lin et al. 2017, "Focal Loss for Dense Object Detection", section 4), whose parameters all levels share. The outputs
/// are <see cref="Scores"/> and <see cref="Offsets"/>.
/// </summary>
internal static class RetinaNetHead
{
    /// <summary>Samples × anchors × (1 + classes) after sigmoid; the background's, first, means nothing.</summary>
    public const string Scores = "retinanet_scores";

    /// <summary>Samples × anchors × 4.</summary>
    public const string Offsets = "retinanet_offsets";

    private const float Deviation = 0.01f;

    // The share of foreground that the head believes in at first; without it the many background anchors would drown the loss (section 3.3).
    private const double Prior = 0.01;

    /// <param name="shapes">Anchors of a cell.</param>
    /// <param name="classes">Without the background.</param>
    public static NetworkGraph Finish(GraphBuilder builder, ImmutableArray<string> levels, int shapes, int classes, RetinaNetConfig config)
    {
        var subnet = new Conv2d((int)config.FeatureSize, 3, 3, Padding: Padding.Same(3)) { InitialKernel = Initializer.Normal(Deviation) };
        var scores = subnet with { OutChannels = shapes * (classes + 1), InitialBias = (float)-Math.Log((1 - Prior) / Prior) };
        var offsets = subnet with { OutChannels = shapes * 4 };
        var logits = builder.Add("retinanet_logits", new Concat(), [.. levels.Select((level, i) => Append(level, i, "class", scores, "conf", classes + 1))]);
        return builder.Build(
            builder.Add(Scores, new Sigmoid(), logits),
            builder.Add(Offsets, new Concat(), [.. levels.Select((level, i) => Append(level, i, "loc", offsets, "loc", 4))]));

        string Append(string x, int level, string name, Conv2d last, string lastName, int width)
        {
            for (int i = 0; i < config.NKernels; i++)
                x = builder.Add(FormattableString.Invariant($"retinanet_{name}_subn_{i}_relu_{level}"), new Relu(), Shared(FormattableString.Invariant($"retinanet_{name}_subn_{i}"), subnet, x, level));
            return builder.Add(FormattableString.Invariant($"retinanet_{lastName}_rows_{level}"), new AnchorRows(width), Shared($"retinanet_{lastName}_regressor", last, x, level));
        }

        string Shared(string scope, Conv2d conv, string input, int level) =>
            builder.Add(new Node(FormattableString.Invariant($"{scope}_{level}"), conv, [input]) { ParameterScope = scope });
    }
}
