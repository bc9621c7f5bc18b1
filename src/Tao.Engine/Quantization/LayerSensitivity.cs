using System.Collections.Immutable;
using Tao.Engine.Training;
using Tao.Graph;
using Tao.Graph.Ops;
using Tao.Graph.Passes;
using Tao.Onnx.Calibration;
using Tao.Runtime;
using TorchSharp;
using static TorchSharp.torch;

namespace Tao.Engine.Quantization;

/// <summary>
/// How much a layer's rounding alone hurts: the network's output when only this layer computes on 8 bits, its input and kernel rounded.
/// Unlike the accumulated error at the layer's own output it blames no layer for those before it, and weighs what the rest of the network
/// makes of the error.
/// </summary>
/// <param name="Sqnr">Signal-to-noise ratio of the output before its softmax, in decibels; the smaller the worse.</param>
internal sealed record LayerSensitivity(string Layer, string Op, double Sqnr)
{
    /// <summary>All layers that compute on 8 bits, the worst first; equal ones in order of name.</summary>
    /// <param name="batches">N × C × H × W each.</param>
    public static ImmutableArray<LayerSensitivity> Measure(
        Model folded, QuantizationRanges ranges, IReadOnlySet<string> floatLayers, IReadOnlyList<Tensor> batches)
    {
        var layers = QuantizationPlan.For(folded.Graph, floatLayers).QuantizedNodes;
        var all = QuantizationPlan.For(folded.Graph, ImmutableHashSet<string>.Empty).QuantizedNodes;
        string[] outputs = [.. folded.Graph.Outputs.Select(output => Scores(folded.Graph, output))];
        var expected = Outputs(folded, outputs, batches);
        return
        [
            .. layers.Select(layer => new LayerSensitivity(layer, folded.Graph.GetNode(layer).Op.Name, Error(layer)))
                .OrderBy(layer => layer.Sqnr)
                .ThenBy(layer => layer.Layer, StringComparer.Ordinal),
        ];

        double Error(string layer)
        {
            var error = new TensorError();
            var alone = PassRunner.Run(folded, new FakeQuantPass(ranges, all.Remove(layer)));
            foreach (var (wanted, got) in expected.Zip(Outputs(alone, outputs, batches)))
                error.Add(wanted, got);
            return error.SqnrDecibels;
        }
    }

    /// <summary>A softmax hides errors where it is sure.</summary>
    private static string Scores(NetworkGraph graph, string output) => graph.FindNode(output) is { Op: Softmax } softmax ? softmax.Inputs[0] : output;

    private static List<float[]> Outputs(Model model, string[] outputs, IReadOnlyList<Tensor> batches)
    {
        using var module = new GraphModule(model, batches[0].device);
        using var noGrad = no_grad();
        var results = new List<float[]>();
        foreach (var batch in batches)
        {
            using var scope = NewDisposeScope();
            var values = module.Run(new Dictionary<string, Tensor> { [module.Graph.Inputs[0].Name] = batch }, outputs, ForwardMode.Inference);
            results.AddRange(outputs.Select(output => BatchTensors.Download(values[output])));
        }
        return results;
    }
}
