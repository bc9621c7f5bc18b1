using Microsoft.ML.OnnxRuntime;
using Tao.Graph;
using Tao.Graph.Ops;
using Tao.Graph.Passes;
using Tao.Networks.Tests.Contract;
using Tao.Onnx;
using Tao.Onnx.Quantization;
using TorchSharp;

namespace Tao.Networks.Tests;

/// <summary>What every network of the catalogue promises of pruning, folding, rounding to 8 bits and export, after it was trained a little.</summary>
[Collection(NetworkContract.Collection)]
public sealed class NetworkDeploymentContractTests
{
    // Sums of other order flip a few roundings.
    private const double SameGrid = 0.1;

    public static TheoryData<TinyPreset> Presets => [.. TinyPresets.All];

    /// <summary>Otherwise that two outputs agree would prove nothing.</summary>
    [Theory]
    [MemberData(nameof(Presets))]
    public void The_trained_model_tells_the_samples_apart(TinyPreset preset)
    {
        var samples = TinyTraining.Predict(Trained(preset)).Chunk(preset.OutputLength).ToList();
        Assert.True(Distance(samples[0], samples[1]) > preset.Contrast, string.Join(' ', samples.SelectMany(sample => sample)));
    }

    [Theory]
    [MemberData(nameof(Presets))]
    public void Pruned_by_a_third_it_runs_and_learns(TinyPreset preset)
    {
        var settings = new PruneSettings(Granularity: 1, Threshold: 0.3, MinFilters: 1);
        var (pruned, report) = new PrunePass(settings).Prune(WithWeakThirds(TinyTraining.Settled(preset)));
        Assert.InRange(report.PruningRatio, 0.3, 0.75);
        Assert.InRange(report.Layers.Average(layer => (double)layer.Kept.Length / layer.Total), 0.6, 0.8);
        Assert.All(TinyTraining.Predict(pruned).Chunk(preset.OutputLength), sample => preset.CheckProbabilities(pruned.Graph, sample));

        using var training = new TinyTraining(preset, pruned);
        Assert.All(new[] { training.Step(), training.Step() }, loss => Assert.True(double.IsFinite(loss)));
        Assert.All(training.Module.ReadWeights().Values, weight => Assert.All(weight.Value.Data.ToArray(), value => Assert.True(float.IsFinite(value))));
    }

    [Theory]
    [MemberData(nameof(Presets))]
    public void Folded_it_computes_the_same(TinyPreset preset)
    {
        var model = Trained(preset);
        var folded = Fold(model);
        Assert.DoesNotContain(folded.Graph.Nodes, node => node.Op is BatchNorm or Dropout or StochasticDepth);
        AssertClose(TinyTraining.Predict(model), TinyTraining.Predict(folded), preset.Exactness);
    }

    [Theory]
    [MemberData(nameof(Presets))]
    public void Rounded_to_8_bits_it_runs_and_learns(TinyPreset preset)
    {
        var folded = Fold(Trained(preset));
        var (plain, rounded) = (TinyTraining.Predict(folded), TinyTraining.Predict(Quantize(folded)));
        AssertClose(plain, rounded, preset.EightBitError);
        Assert.NotEqual(plain, rounded);

        using var training = new TinyTraining(preset, Quantize(Fold(TinyTraining.Settled(preset))));
        Assert.Contains(training.Module.Graph.Nodes, node => node.Op is FakeQuant);
        Assert.All(new[] { training.Step(), training.Step() }, loss => Assert.True(double.IsFinite(loss)));
    }

    [Theory]
    [MemberData(nameof(Presets))]
    public void OnnxRuntime_computes_the_same(TinyPreset preset)
    {
        var model = Trained(preset);
        var expected = TinyTraining.Predict(model);
        foreach (var exported in new[] { model, Fold(model) })
            AssertClose(expected, RunOnnx(OnnxExporter.Export(exported, new OnnxExportOptions()), model.Graph), preset.Exactness);
    }

    /// <summary>
    /// The signed file means exactly what the rounded graph does, which ONNX Runtime shows with its optimisations off. The unsigned one has
    /// a grid of its own, half as wide where values are never negative.
    /// </summary>
    [Theory]
    [MemberData(nameof(Presets))]
    public void The_8_bit_files_run_in_OnnxRuntime(TinyPreset preset)
    {
        var quantized = Quantize(Fold(Trained(preset)));
        var expected = TinyTraining.Predict(quantized);
        var signed = OnnxExporter.Export(quantized, new OnnxExportOptions());
        AssertClose(expected, RunOnnx(signed, quantized.Graph, GraphOptimizationLevel.ORT_DISABLE_ALL), SameGrid);
        AssertClose(expected, RunOnnx(OnnxU8Rewriter.Rewrite(signed), quantized.Graph), preset.EightBitError);
    }

    /// <summary>Up to the logits: a softmax in saturation would hide differences.</summary>
    private static Model Trained(TinyPreset preset)
    {
        var (graph, weights) = TinyTraining.Settled(preset);
        var probabilities = graph.Outputs.Select(graph.GetNode).Where(node => node.Op is Softmax or Sigmoid).ToList();
        var outputs = graph.Outputs.Select(name => probabilities.Find(node => node.Name == name)?.Inputs[0] ?? name);
        return new Model(graph.With(graph.Nodes.RemoveRange(probabilities), [.. outputs]), weights);
    }

    private static Model Fold(Model model) => PassRunner.Run(model, new EliminateDropoutPass(), new FoldBatchNormPass());

    /// <summary>Ranges are the largest magnitudes on the two samples.</summary>
    private static Model Quantize(Model folded)
    {
        var ranges = new Dictionary<string, float> { [folded.Graph.Inputs[0].Name] = TinyTraining.Pixels(folded.Graph).Max(MathF.Abs) };
        TinyTraining.Predict(folded, (value, tensor) => ranges[value] = tensor.abs().max().ToSingle());
        return PassRunner.Run(folded, new FakeQuantPass(new QuantizationRanges(ranges)));
    }

    /// <summary>Makes every third filter of every kernel weak.</summary>
    private static Model WithWeakThirds(Model model)
    {
        var kernels = model.Graph.Parameters().Where(parameter => parameter.Spec.Role == ParameterRole.Kernel).Select(parameter => parameter.Name).ToHashSet();
        return model with
        {
            Weights = Weights.From(model.Weights.Values.Select(weight =>
            {
                if (!kernels.Contains(weight.Key))
                    return weight;
                var values = weight.Value.Data.ToArray();
                var size = values.Length / (int)weight.Value.Shape[0];
                for (var i = 0; i < values.Length; i++)
                    values[i] *= i / size % 3 == 2 ? 0.01f : 1;
                return KeyValuePair.Create(weight.Key, weight.Value with { Data = values });
            })),
        };
    }

    private static float[] RunOnnx(OnnxModel model, NetworkGraph graph, GraphOptimizationLevel level = GraphOptimizationLevel.ORT_ENABLE_ALL)
    {
        using var options = new SessionOptions { IntraOpNumThreads = 1, GraphOptimizationLevel = level };
        using var session = new InferenceSession(model.ToBytes(), options);
        long[] shape = [.. graph.Inputs[0].Type.Shape.With(0, TinyTraining.Samples).Sizes];
        using var input = OrtValue.CreateTensorValueFromMemory(TinyTraining.Pixels(graph), shape);
        using var run = new RunOptions();
        using var outputs = session.Run(run, new Dictionary<string, OrtValue> { [session.InputNames[0]] = input }, session.OutputNames);
        return TinyTraining.BySample([.. outputs.Select(output => output.GetTensorDataAsSpan<float>().ToArray())]);
    }

    private static void AssertClose(float[] expected, float[] actual, double bound)
    {
        Assert.Equal(expected.Length, actual.Length);
        var distance = Distance(expected, actual);
        Assert.True(distance <= bound, FormattableString.Invariant($"{distance} away: {string.Join(' ', actual)} and not {string.Join(' ', expected)}"));
    }

    /// <summary>Length of the difference over that of the first.</summary>
    private static double Distance(float[] left, float[] right) =>
        Math.Sqrt(left.Zip(right, (a, b) => Math.Pow((double)a - b, 2)).Sum() / left.Sum(value => (double)value * value));
}
