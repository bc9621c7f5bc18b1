using System.Globalization;
using Tao.Data.Loading;
using Tao.Engine.IO;
using Tao.Engine.Training;
using Tao.Graph;
using Tao.Onnx.Calibration;
using Tao.Runtime;
using TorchSharp;
using static TorchSharp.torch;

namespace Tao.Engine.Quantization;

/// <summary>How far each layer of the 8-bit model is from the float model's, on the same images.</summary>
internal sealed class LayerErrors
{
    private readonly Dictionary<string, TensorError> _errors = new(StringComparer.Ordinal);
    private readonly List<(string Value, string Op)> _rows = [];

    /// <summary>Runs both models; the 8-bit one has the float one's nodes under the same names.</summary>
    public static LayerErrors Measure(Model folded, Model quantized, IEnumerable<ImageBatch> batches, Device device)
    {
        var errors = new LayerErrors();
        foreach (var node in folded.Graph.Nodes)
        {
            errors._rows.Add((node.Name, node.Op.Name));
            errors._errors.Add(node.Name, new TensorError());
        }
        using var reference = new GraphModule(folded, device);
        using var actual = new GraphModule(quantized, device);
        using var noGrad = no_grad();
        foreach (var batch in batches)
        {
            using (batch)
            using (NewDisposeScope())
                errors.Compare(reference, actual, BatchTensors.Upload(batch, device));
        }
        return errors;
    }

    /// <summary>Signal-to-noise ratio of the last layer before the softmax, in decibels.</summary>
    public double OutputSqnr => _errors[_rows[^Math.Min(2, _rows.Count)].Value].SqnrDecibels;

    public string ToCsv() => CsvText.Of(_rows.Select(row => new[]
    {
        row.Value,
        row.Op,
        _errors[row.Value].SqnrDecibels.ToString("F2", CultureInfo.InvariantCulture),
        _errors[row.Value].CosineSimilarity.ToString("F6", CultureInfo.InvariantCulture),
        _errors[row.Value].LargestError.ToString("G6", CultureInfo.InvariantCulture),
    }).Prepend(["layer", "op", "sqnr_db", "cosine", "largest_error"]));

    private void Compare(GraphModule reference, GraphModule actual, Tensor input)
    {
        var expected = new Dictionary<string, float[]>(StringComparer.Ordinal);
        Run(reference, input, (value, tensor) => expected.Add(value, BatchTensors.Download(tensor)));
        Run(actual, input, (value, tensor) =>
        {
            if (expected.TryGetValue(value, out float[]? values))
                _errors[value].Add(values, BatchTensors.Download(tensor));
        });
    }

    private static void Run(GraphModule module, Tensor input, Action<string, Tensor> observe)
    {
        using var scope = NewDisposeScope();
        module.Run(new Dictionary<string, Tensor> { [module.Graph.Inputs[0].Name] = input }, module.Graph.Outputs, ForwardMode.Inference, observe);
    }
}
