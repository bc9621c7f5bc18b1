using Tao.Data.Loading;
using Tao.Engine.Training;
using Tao.Graph;
using Tao.Graph.Ops;
using Tao.Runtime;
using TorchSharp;
using static TorchSharp.torch;

namespace Tao.Engine.Quantization;

/// <summary>
/// Running means and variances of batch norms as a model's present weights make them: each batch passes through normalised by its own
/// statistics, as in training, and the batches' statistics are averaged. Frozen batch norms keep theirs.
/// </summary>
internal static class BatchNormStatistics
{
    /// <param name="batches">Not augmented; at least one.</param>
    public static Model Measure(Model model, IEnumerable<ImageBatch> batches, Device device)
    {
        string[] names = [.. model.Graph.Parameters()
            .Where(parameter => parameter.Node.Op is BatchNorm { Frozen: false } && parameter.Spec.Role is ParameterRole.RunningMean or ParameterRole.RunningVariance)
            .Select(parameter => parameter.Name)];
        if (names.Length == 0)
            return model;
        var sums = names.ToDictionary(name => name, name => new double[model.Weights[name].Shape.ElementCount], StringComparer.Ordinal);
        // Without momentum the running statistics are those of the last batch.
        var forgetful = model.Graph.With(model.Graph.Nodes.Select(node => node.Op is BatchNorm norm ? node with { Op = norm with { Momentum = 0 } } : node));
        using var module = new GraphModule(model with { Graph = forgetful }, device);
        using var noGrad = no_grad();
        int count = 0;
        foreach (var batch in batches)
        {
            using (batch)
            using (NewDisposeScope())
                module.Run(new Dictionary<string, Tensor> { [forgetful.Inputs[0].Name] = BatchTensors.Upload(batch, device) }, forgetful.Outputs, ForwardMode.Training);
            foreach (string name in names)
                Add(sums[name], BatchTensors.Download(module.Parameters[name]));
            count++;
        }
        var weights = model.Weights;
        foreach (string name in names)
            weights = weights.With(name, new WeightTensor(weights[name].Shape, Array.ConvertAll(sums[name], sum => (float)(sum / count))));
        return model with { Weights = weights };
    }

    private static void Add(double[] sums, float[] values)
    {
        for (int i = 0; i < sums.Length; i++)
            sums[i] += values[i];
    }
}
