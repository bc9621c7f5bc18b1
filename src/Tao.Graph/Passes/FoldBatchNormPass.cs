using Tao.Graph.Ops;

namespace Tao.Graph.Passes;

/// <summary>
/// Merges a batch norm into the convolution or linear layer whose only reader it is (Jacob et al. 2018, section 3.2):
/// f = γ / sqrt(σ² + ε), weight' = f·weight, bias' = f·(bias − μ) + β, reckoned in double precision. Values inside the network take the
/// convolution's name.
/// </summary>
public sealed class FoldBatchNormPass : IGraphPass
{
    public string Name => "fold-batch-norm";

    public Model Apply(Model model)
    {
        var graph = model.Graph;
        var weights = model.Weights;
        var bypass = new NodeBypass(graph);
        foreach (var batchNorm in graph.Nodes.Where(node => node.Op is BatchNorm))
        {
            if (FoldableProducer(graph, batchNorm) is not { } producer || !bypass.TryRemove(batchNorm))
                continue;
            bypass.Replace(producer with { Op = ((IKernelOp)producer.Op).WithBias() });
            weights = Fold(weights, producer, batchNorm);
        }
        var folded = bypass.Apply();
        return new Model(folded, weights.For(folded));
    }

    /// <summary>Null when something else sees the value between the two, or shares the kernel.</summary>
    private static Node? FoldableProducer(NetworkGraph graph, Node batchNorm)
    {
        var producer = graph.FindNode(batchNorm.Inputs[0]);
        return producer is { Op: IKernelOp }
            && graph.ConsumersOf(producer.Name).Count() == 1
            && !graph.Outputs.Contains(producer.Name)
            && !graph.Taps.Values.Contains(producer.Name)
            && graph.Nodes.Count(node => node.ParameterScope == producer.ParameterScope) == 1
            ? producer
            : null;
    }

    private static Weights Fold(Weights weights, Node producer, Node batchNorm)
    {
        var op = (BatchNorm)batchNorm.Op;
        var gamma = weights[$"{batchNorm.ParameterScope}.weight"].Data.Span;
        var beta = weights[$"{batchNorm.ParameterScope}.bias"].Data.Span;
        var mean = weights[$"{batchNorm.ParameterScope}.running_mean"].Data.Span;
        var variance = weights[$"{batchNorm.ParameterScope}.running_var"].Data.Span;
        var (kernelName, biasName) = ($"{producer.ParameterScope}.{KernelParameters.Weight}", $"{producer.ParameterScope}.{KernelParameters.Bias}");
        var kernel = weights[kernelName];
        var oldBias = ((IKernelOp)producer.Op).Bias ? weights[biasName].Data.ToArray() : new float[gamma.Length];

        var (data, bias) = (kernel.Data.ToArray(), new float[gamma.Length]);
        var filterSize = data.Length / gamma.Length;
        for (var channel = 0; channel < gamma.Length; channel++)
        {
            var factor = gamma[channel] / Math.Sqrt(variance[channel] + op.Epsilon);
            bias[channel] = (float)(factor * ((double)oldBias[channel] - mean[channel]) + beta[channel]);
            foreach (ref var value in data.AsSpan(channel * filterSize, filterSize))
                value = (float)(value * factor);
        }
        return weights.With(kernelName, new WeightTensor(kernel.Shape, data)).With(biasName, new WeightTensor(new TensorShape(bias.Length), bias));
    }
}
