using Microsoft.ML.OnnxRuntime;
using Tao.Graph;
using Tao.Graph.Passes;
using Tao.Onnx;
using Tao.Onnx.Quantization;

namespace Tao.Benchmarks;

/// <summary>
/// A classifier in ONNX Runtime, batch 1: the float file, the 8-bit file derived from it, and the float file with half of the channels pruned.
/// Weights and ranges do not change the speed.
/// </summary>
internal sealed class Int8Benchmark : IDisposable
{
    private readonly SessionOptions _options;
    private readonly InferenceSession _float;
    private readonly InferenceSession _int8;
    private readonly InferenceSession _pruned;
    private readonly OrtValue _input;

    public Int8Benchmark(int threads, string arch, int layers)
    {
        var graph = TrainingBenchmark.Classifier(arch, layers);
        var model = new Model(graph, WeightInitializer.Create(graph, 1));
        var folded = PassRunner.Run(model, new FoldBatchNormPass());
        var quantized = PassRunner.Run(folded, new FakeQuantPass(QuantizationRanges.Starting(folded.Graph)));
        var export = new OnnxExportOptions { StaticBatch = 1 };
        _options = new SessionOptions { IntraOpNumThreads = threads };
        _float = new InferenceSession(OnnxExporter.Export(folded, export).ToBytes(), _options);
        _int8 = new InferenceSession(OnnxU8Rewriter.Rewrite(OnnxExporter.Export(quantized, export)).ToBytes(), _options);
        var halved = PassRunner.Run(WithHalfTheFiltersWeak(model), new PrunePass(new PruneSettings(Threshold: 0.3, MinFilters: 16, Granularity: 16)), new FoldBatchNormPass());
        _pruned = new InferenceSession(OnnxExporter.Export(halved, export).ToBytes(), _options);
        _input = OrtValue.CreateTensorValueFromMemory(new float[3 * 224 * 224], [1, 3, 224, 224]);
    }

    public void RunFloat() => Run(_float);

    public void RunInt8() => Run(_int8);

    public void RunPruned() => Run(_pruned);

    public void Dispose()
    {
        _input.Dispose();
        _float.Dispose();
        _int8.Dispose();
        _pruned.Dispose();
        _options.Dispose();
    }

    /// <summary>Every second filter has a thousandth of the others' norm, so that pruning takes exactly those.</summary>
    private static Model WithHalfTheFiltersWeak(Model model)
    {
        var kernels = model.Graph.Parameters().Where(parameter => parameter.Spec.Role == ParameterRole.Kernel).Select(parameter => parameter.Name).ToHashSet();
        return model with
        {
            Weights = Weights.From(model.Weights.Values.Select(weight => kernels.Contains(weight.Key) ? KeyValuePair.Create(weight.Key, Halved(weight.Value)) : weight)),
        };
    }

    private static WeightTensor Halved(WeightTensor kernel)
    {
        float[] values = kernel.Data.ToArray();
        int size = values.Length / (int)kernel.Shape[0];
        for (int i = 0; i < values.Length; i++)
            values[i] *= i / size % 2 == 1 ? 0.001f : 1;
        return new WeightTensor(kernel.Shape, values);
    }

    private void Run(InferenceSession session)
    {
        using var run = new RunOptions();
        using var outputs = session.Run(run, new Dictionary<string, OrtValue> { ["input_1"] = _input }, ["predictions"]);
    }
}
