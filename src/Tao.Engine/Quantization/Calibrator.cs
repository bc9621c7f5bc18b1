using Tao.Data.Loading;
using Tao.Engine.Training;
using Tao.Graph;
using Tao.Graph.Passes;
using Tao.Onnx.Calibration;
using Tao.Runtime;
using TorchSharp;
using static TorchSharp.torch;

namespace Tao.Engine.Quantization;

/// <summary>Measures the values of a folded float model on real images.</summary>
internal static class Calibrator
{
    /// <summary>Ranges of the values that <see cref="QuantizationPlan"/> wants rounded.</summary>
    public static QuantizationRanges Measure(Model folded, IEnumerable<ImageBatch> batches, ICalibrator calibrator, Device device)
    {
        var histograms = QuantizationPlan.For(folded.Graph, new HashSet<string>()).MeasuredValues
            .ToDictionary(value => value, _ => new TensorHistogram(), StringComparer.Ordinal);
        using var module = new GraphModule(folded, device);
        Observe(module, batches, (value, tensor) =>
        {
            if (histograms.TryGetValue(value, out var histogram))
                histogram.Add(BatchTensors.Download(tensor));
        });
        return new QuantizationRanges(histograms.ToDictionary(pair => pair.Key, pair => calibrator.Range(pair.Value), StringComparer.Ordinal));
    }

    /// <summary>Shows every value of the graph, its input too, batch by batch.</summary>
    public static void Observe(GraphModule module, IEnumerable<ImageBatch> batches, Action<string, Tensor> observe)
    {
        string input = module.Graph.Inputs[0].Name;
        using var noGrad = no_grad();
        foreach (var batch in batches)
        {
            using (batch)
            using (NewDisposeScope())
            {
                var tensor = BatchTensors.Upload(batch, module.Device);
                observe(input, tensor);
                module.Run(new Dictionary<string, Tensor> { [input] = tensor }, module.Graph.Outputs, ForwardMode.Inference, observe);
            }
        }
    }
}
