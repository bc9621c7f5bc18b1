using System.Collections.Immutable;
using System.Globalization;
using Tao.Data.Loading;
using Tao.Engine.Stages;
using Tao.Engine.Training;
using Tao.Graph;
using Tao.Graph.Passes;
using Tao.Onnx;
using Tao.Onnx.Quantization;
using Tao.Specs;
using TorchSharp;
using static TorchSharp.torch;

namespace Tao.Engine.Quantization;

/// <summary>Derives the 8-bit model from a folded float one, with the layers in float that are asked for or that a metric budget needs.</summary>
/// <param name="batches">Calibration images: how many, and how many in a batch.</param>
internal sealed class EightBitModel(
    StageContext context, Model folded, QuantizationRanges ranges, CalibrationOptions options, Func<int, int, IEnumerable<ImageBatch>> batches, Device device)
{
    // Sensitivities cost a run of the network per layer.
    private const int SensitivityImages = 16;

    public Model Quantize(IReadOnlySet<string> floatLayers)
    {
        var rounding = new FakeQuantPass(ranges, floatLayers);
        if (!options.BiasCorrection)
            return PassRunner.Run(folded, rounding);
        using var scope = NewDisposeScope();
        return PassRunner.Run(BiasCorrection.Apply(folded, rounding, Images(BiasCorrection.Images, BiasCorrection.Images).Single()), rounding);
    }

    /// <param name="metric">Null without a budget.</param>
    public FloatFallback Choose(DeployedMetric? metric, OnnxExportOptions export)
    {
        if (metric is null || options.MetricBudget is not { } budget)
            return FloatFallback.Given(options.FloatLayers);
        double reference = metric.Of(OnnxExporter.Export(folded, export));
        var found = FloatFallback.Search(options.FloatLayers, reference - budget, Sensitivities, Measure);
        context.Log(Text($"{metric.Name}: float {reference:F4}, 8 bits {found.Metric:F4} with {found.Layers.Count} layers in float; the budget is {budget}."));
        if (!found.Met)
        {
            context.Report(new Diagnostic(
                EngineCodes.BudgetNotMet, DiagnosticSeverity.Warning,
                Text($"The 8-bit model's {metric.Name} is {found.Metric:F4}, the float model's {reference:F4}: more is lost than {budget}, with half of the layers in float too."),
                "Raise the budget, correct biases (TaoInt8BiasCorrection), calibrate by another algorithm, or train with enable_qat.", null));
        }
        return found;

        double Measure(ImmutableSortedSet<string> layers)
        {
            double value = metric.Of(OnnxU8Rewriter.Rewrite(OnnxExporter.Export(Quantize(layers), export)));
            context.Log(Text($"{metric.Name} in 8 bits with {layers.Count} layers in float: {value:F4}"));
            return value;
        }
    }

    private ImmutableArray<LayerSensitivity> Sensitivities()
    {
        using var scope = NewDisposeScope();
        return LayerSensitivity.Measure(folded, ranges, options.FloatLayers, [.. Images(SensitivityImages, SensitivityImages / 2)]);
    }

    private IEnumerable<Tensor> Images(int count, int batchSize)
    {
        foreach (var batch in batches(count, batchSize))
        {
            using (batch)
                yield return BatchTensors.Upload(batch, device);
        }
    }

    /// <summary>Refuses names of layers that do not compute on 8 bits anyhow, and a list of all that do.</summary>
    public static void CheckFloatLayers(Model folded, IReadOnlySet<string> floatLayers)
    {
        var layers = QuantizationPlan.For(folded.Graph, ImmutableHashSet<string>.Empty).QuantizedNodes;
        if (floatLayers.Except(layers).ToList() is { Count: > 0 } unknown)
        {
            throw StageContext.Error(
                EngineCodes.UnknownFloatLayer, $"float_layers names {string.Join(", ", unknown.Select(name => $"'{name}'"))}, which the model does not compute in 8 bits.",
                $"Its 8-bit layers are: {string.Join(", ", layers)}.");
        }
        if (layers.IsSubsetOf(floatLayers))
            throw StageContext.Error(EngineCodes.UnknownFloatLayer, "float_layers names all layers, so nothing would be left in 8 bits.", "Name fewer layers, or leave the stage Int8Calibrate out.");
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
