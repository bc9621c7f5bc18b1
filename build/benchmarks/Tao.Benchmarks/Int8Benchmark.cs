using Microsoft.ML.OnnxRuntime;
using Tao.Graph;
using Tao.Graph.Passes;
using Tao.Onnx;
using Tao.Onnx.Quantization;

namespace Tao.Benchmarks;

/// <summary>ResNet-18 in ONNX Runtime, batch 1: the float file and the 8-bit file derived from it. Weights and ranges do not change the speed.</summary>
internal sealed class Int8Benchmark : IDisposable
{
    private readonly SessionOptions _options;
    private readonly InferenceSession _float;
    private readonly InferenceSession _int8;
    private readonly OrtValue _input;

    public Int8Benchmark(int threads)
    {
        var graph = TrainingBenchmark.Classifier("resnet", 18);
        var folded = PassRunner.Run(new Model(graph, WeightInitializer.Create(graph, 1)), new FoldBatchNormPass());
        var quantized = PassRunner.Run(folded, new FakeQuantPass(QuantizationRanges.Starting(folded.Graph)));
        var export = new OnnxExportOptions { StaticBatch = 1 };
        _options = new SessionOptions { IntraOpNumThreads = threads };
        _float = new InferenceSession(OnnxExporter.Export(folded, export).ToBytes(), _options);
        _int8 = new InferenceSession(OnnxU8Rewriter.Rewrite(OnnxExporter.Export(quantized, export)).ToBytes(), _options);
        _input = OrtValue.CreateTensorValueFromMemory(new float[3 * 224 * 224], [1, 3, 224, 224]);
    }

    public void RunFloat() => Run(_float);

    public void RunInt8() => Run(_int8);

    public void Dispose()
    {
        _input.Dispose();
        _float.Dispose();
        _int8.Dispose();
        _options.Dispose();
    }

    private void Run(InferenceSession session)
    {
        using var run = new RunOptions();
        using var outputs = session.Run(run, new Dictionary<string, OrtValue> { ["input_1"] = _input }, ["predictions"]);
    }
}
