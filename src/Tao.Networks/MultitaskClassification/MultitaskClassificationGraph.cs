using System.Collections.Immutable;
using Tao.Data.Classification;
using Tao.Graph;
using Tao.Graph.Ops;
using Tao.Networks.Backbones;

namespace Tao.Networks.MultitaskClassification;

/// <summary>
/// A backbone and for each task t a head of its own: two 3×3 convolutions (128 and 64 channels, batch norm, ReLU) named
/// <c>multitask_t_conv1</c> and <c>_conv2</c>, average pooling over the whole map, flatten, a dense layer and a softmax, which is the output
/// <c>t</c>. As in TAO the dense layer's parameters bear the task's name too.
/// </summary>
internal static class MultitaskClassificationGraph
{
    // TAO's heads use Keras' defaults, whatever the spec says of the backbone's batch norms.
    private const double BatchNormEpsilon = 1e-3;
    private const double BatchNormMomentum = 0.99;

    public static NetworkGraph Build(ImageModelConfig config, ImmutableArray<LabelSet> labelSets)
    {
        // What the spec may say and TAO does not read here is left at the backbone's own.
        var own = new BackboneOptions();
        var options = config.ToOptions(classCount: 0) with
        {
            RetainHead = false,
            Activation = null,
            BatchNormMomentum = own.BatchNormMomentum,
            BatchNormEpsilon = own.BatchNormEpsilon,
            Stride = 16,
        };
        var (builder, features) = ImageModelGraph.Begin(config, options);
        return builder.Build([.. labelSets.Select(set => AppendHead(builder, features.Output, set, config.FreezeBn))]);
    }

    private static string AppendHead(GraphBuilder builder, string features, LabelSet set, bool freezeBatchNorm)
    {
        string prefix = $"multitask_{set.Name}";
        string x = AppendConv(builder, features, $"{prefix}_conv1", 128, freezeBatchNorm);
        x = AppendConv(builder, x, $"{prefix}_conv2", 64, freezeBatchNorm);
        x = builder.Add($"{prefix}_pool", new GlobalAveragePool(), x);
        x = builder.Add($"{prefix}_flatten", new Flatten(), x);
        x = builder.Add(new Node($"{prefix}_logits", new Linear(set.Classes.Length), [x]) { ParameterScope = set.Name });
        return builder.Add(set.Name, new Softmax(), x);
    }

    private static string AppendConv(GraphBuilder builder, string input, string name, int channels, bool freezeBatchNorm)
    {
        string x = builder.Add(name, new Conv2d(channels, 3, 3, Padding: Padding.Same(3), Bias: false), input);
        x = builder.Add($"{name}_bn", new BatchNorm(BatchNormEpsilon, BatchNormMomentum, freezeBatchNorm), x);
        return builder.Add($"{name}_relu", new Relu(), x);
    }
}
