using System.Collections.Immutable;
using Tao.Graph.Ops;

namespace Tao.Graph.Passes;

/// <summary>
/// Makes the network take raw pixels. Factors and offsets go into the first convolutions where that is exact: a convolution that pads
/// with zeros takes in no offset, because a padded zero of the raw image would not be a zero of the normalised one. Otherwise a
/// <see cref="Scale"/> node stands in front. The channel order always goes into the kernels.
/// </summary>
public sealed class FoldNormalizationPass(InputNormalization normalization) : IGraphPass
{
    public string Name => "fold-normalization";

    public Model Apply(Model model)
    {
        var input = model.Graph.Inputs[0];
        var channels = input.Type.Shape.Channels;
        ShapeRules.Require(
            normalization.Factor.Length == channels && normalization.Offset.Length == channels,
            $"The normalization has {normalization.Factor.Length} factors and {normalization.Offset.Length} offsets for {channels} channels.");

        var readers = model.Graph.ConsumersOf(input.Name).ToList();
        var folds = !model.Graph.Outputs.Contains(input.Name) && !model.Graph.Taps.Values.Contains(input.Name)
            && readers.All(reader => TakesInNormalization(model.Graph, reader));
        var normalized = IsIdentity ? model : folds ? Fold(model, readers) : Prepend(model, input.Name);
        return normalization.ReverseChannels ? ReverseKernels(normalized, input.Name) : normalized;
    }

    private bool IsIdentity => normalization.Factor.All(factor => factor == 1) && normalization.Offset.All(offset => offset == 0);

    private bool TakesInNormalization(NetworkGraph graph, Node reader) =>
        reader.Op is Conv2d { QuantizedKernel: false } convolution
        && (convolution.Padding == Padding.None || normalization.Offset.All(offset => offset == 0))
        && graph.Nodes.Count(node => node.ParameterScope == reader.ParameterScope) == 1;

    /// <summary>Σ w·(f·x + o) + b = Σ (w·f)·x + (b + Σ w·o).</summary>
    private Model Fold(Model model, IReadOnlyList<Node> readers)
    {
        var (graph, weights) = (model.Graph, model.Weights);
        foreach (var reader in readers)
        {
            var (kernelName, biasName) = ($"{reader.ParameterScope}.{KernelParameters.Weight}", $"{reader.ParameterScope}.{KernelParameters.Bias}");
            var convolution = (Conv2d)reader.Op;
            var kernel = weights[kernelName];
            var bias = convolution.Bias ? weights[biasName].Data.ToArray() : new float[convolution.OutChannels];
            weights = weights.With(kernelName, Scaled(kernel, bias)).With(biasName, new WeightTensor(new TensorShape(bias.Length), bias));
            graph = graph.With(graph.Nodes.Select(node => node.Name == reader.Name ? node with { Op = convolution.WithBias() } : node));
        }
        return new Model(graph, weights);
    }

    /// <summary>The kernel with every input channel's factor in it; adds what the offsets give to <paramref name="bias"/>.</summary>
    private WeightTensor Scaled(WeightTensor kernel, float[] bias)
    {
        var data = kernel.Data.ToArray();
        var area = (int)(kernel.Shape[2] * kernel.Shape[3]);
        for (var filter = 0; filter < bias.Length; filter++)
        {
            double offset = bias[filter];
            for (var channel = 0; channel < normalization.Factor.Length; channel++)
            {
                foreach (ref var weight in data.AsSpan((filter * normalization.Factor.Length + channel) * area, area))
                {
                    offset += (double)weight * normalization.Offset[channel];
                    weight *= normalization.Factor[channel];
                }
            }
            bias[filter] = (float)offset;
        }
        return new WeightTensor(kernel.Shape, data);
    }

    /// <summary>The scale sees the raw channel order, so its numbers are reversed with the channels.</summary>
    private Model Prepend(Model model, string input)
    {
        var scale = new Node($"{input}_scale", new Scale(InRawOrder(normalization.Factor), InRawOrder(normalization.Offset)), [input]);
        var rest = model.Graph.Nodes.Select(node => node with { Inputs = [.. node.Inputs.Select(name => name == input ? scale.Name : name)] });
        return model with { Graph = model.Graph.With([scale, .. rest]) };
    }

    private ImmutableArray<float> InRawOrder(ImmutableArray<float> values) => normalization.ReverseChannels ? [.. values.Reverse()] : values;

    private static Model ReverseKernels(Model model, string input)
    {
        var weights = model.Weights;
        foreach (var scope in ConvolutionsBelow(model.Graph, input).Select(node => node.ParameterScope).Distinct())
        {
            var name = $"{scope}.{KernelParameters.Weight}";
            var channels = (int)weights[name].Shape[1];
            weights = weights.With(name, weights[name].Select(axis: 1, [.. Enumerable.Range(0, channels).Reverse()]));
        }
        return model with { Weights = weights };
    }

    /// <summary>Looks through ops that treat all channels alike (and the scale, which has been reversed already).</summary>
    private static IEnumerable<Node> ConvolutionsBelow(NetworkGraph graph, string value) =>
        graph.ConsumersOf(value).SelectMany(reader => reader.Op switch
        {
            Conv2d => [reader],
            Scale or FakeQuant { PerChannel: false } or ElementwiseOp or MaxPool2d or AveragePool2d or ZeroPad2d => ConvolutionsBelow(graph, reader.Name),
            _ => throw new GraphException($"The channels cannot be reversed in front of node '{reader.Name}' ({reader.Op.Name}).")
        });
}
