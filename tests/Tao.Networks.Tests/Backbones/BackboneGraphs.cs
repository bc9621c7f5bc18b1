using System.Text;
using Tao.Graph;
using Tao.Networks.Backbones;

namespace Tao.Networks.Tests.Backbones;

/// <summary>Builds backbones alone and prints them.</summary>
internal static class BackboneGraphs
{
    public static NetworkGraph Build(string name, BackboneOptions options, int size = 224)
    {
        var backbone = BackboneCatalog.Find(name)!;
        var builder = new GraphBuilder(name);
        var features = backbone.Append(builder, builder.Input("input_1", TensorType.Image(3, size, size)), Fitting(backbone, options));
        return builder.Build(features.Logits ?? features.Output);
    }

    /// <summary>The options' own depth is a ResNet's; other backbones take their first one.</summary>
    public static BackboneOptions Fitting(Backbone backbone, BackboneOptions options) =>
        options.Layers == new BackboneOptions().Layers && !backbone.Depths.IsEmpty && !backbone.Depths.Contains(options.Layers) ? options with { Layers = backbone.Depths[0] } : options;

    public static long ParameterCount(this NetworkGraph graph) =>
        graph.Parameters().Where(parameter => parameter.Spec.Trainable).Sum(parameter => parameter.Spec.Shape.ElementCount);

    /// <summary>One line per node: name, op, inputs → shape, kernel's shape, "frozen".</summary>
    public static string Print(NetworkGraph graph)
    {
        var text = new StringBuilder();
        foreach (var node in graph.Nodes)
        {
            text.Append($"{node.Name} = {node.Op.Name}({string.Join(", ", node.Inputs)}) -> {graph.TypeOf(node.Name).Shape}");
            foreach (var kernel in node.Op.Parameters(graph.InputTypes(node)).Where(spec => spec.Role is ParameterRole.Kernel or ParameterRole.Bias))
                text.Append($" {kernel.Name} {kernel.Shape}");
            text.Append(node.Frozen ? " frozen\n" : "\n");
        }
        foreach (var (tap, value) in graph.Taps)
            text.Append($"tap {tap} = {value}\n");
        return text.Append($"output {graph.Outputs[0]}\n").ToString();
    }
}
