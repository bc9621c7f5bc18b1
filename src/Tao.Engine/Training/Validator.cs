using Tao.Data.Loading;
using Tao.Objectives;
using Tao.Runtime;
using TorchSharp;
using static TorchSharp.torch;

namespace Tao.Engine.Training;

/// <summary>Runs a model over a set of images and measures it.</summary>
internal sealed class Validator(IObjective objective, BatchLoader images)
{
    /// <param name="observer">Sees the predictions of each batch.</param>
    public IMetrics Measure(GraphModule module, CancellationToken cancellation, Action<IReadOnlyList<ReadOnlyMemory<float>>, ImageBatch>? observer = null)
    {
        var metrics = objective.CreateMetrics();
        var wanted = objective.PredictionValues(module.Graph);
        string inputName = module.Graph.Inputs[0].Name;
        using var noGrad = no_grad();
        foreach (var batch in images.ReadEpoch(0, 0, cancellation))
        {
            using (batch)
            using (NewDisposeScope())
            {
                var input = BatchTensors.Upload(batch, module.Device);
                var values = module.Run(new Dictionary<string, Tensor> { [inputName] = input }, wanted, ForwardMode.Inference);
                ReadOnlyMemory<float>[] predictions = [.. wanted.Select(name => new ReadOnlyMemory<float>(BatchTensors.Download(values[name])))];
                metrics.Add(predictions, batch);
                observer?.Invoke(predictions, batch);
            }
        }
        return metrics;
    }
}
