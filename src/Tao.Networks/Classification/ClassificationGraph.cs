using System.Collections.Immutable;
using Tao.Graph;
using Tao.Graph.Ops;
using Tao.Networks.Backbones;

namespace Tao.Networks.Classification;

/// <summary>Backbone, then global average pooling, flatten, one dense layer and softmax; or the backbone's own head.</summary>
internal static class ClassificationGraph
{
    /// <summary>TAO's name of the dense layer with its softmax. Here these are two nodes: the softmax, which is the output, bears the name.</summary>
    public const string OutputName = "predictions";

    public static NetworkGraph Build(ImageModelConfig config, int classCount)
    {
        var (builder, features) = ImageModelGraph.Begin(config, config.ToOptions(classCount));
        string logits = features.Logits ?? AppendHead(builder, features.Output, classCount);
        return builder.Build(builder.Add(OutputName, new Softmax(), logits));
    }

    private static string AppendHead(GraphBuilder builder, string features, int classCount)
    {
        string pooled = builder.Add("avg_pool", new GlobalAveragePool(), features);
        string flat = builder.Add("flatten", new Flatten(), pooled);
        return builder.Add(new Node(BackboneHead.LogitsName, new Linear(classCount), [flat]) { ParameterScope = BackboneHead.Scope });
    }
}
