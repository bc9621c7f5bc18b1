using System.Collections.Immutable;
using System.Globalization;
using Tao.Data.Classification;
using Tao.Data.Loading;
using Tao.Engine.Artifacts;
using Tao.Engine.Datasets;
using Tao.Engine.Evaluation;
using Tao.Engine.Export;
using Tao.Engine.Fingerprints;
using Tao.Engine.IO;
using Tao.Engine.Quantization;
using Tao.Engine.Training;
using Tao.Graph;
using Tao.Graph.Passes;
using Tao.Onnx;
using Tao.Onnx.Calibration;
using Tao.Onnx.Quantization;
using Tao.Specs;

namespace Tao.Engine.Stages;

/// <summary>
/// Post-training quantisation on real images, or the ranges of a model that was trained for 8 bits: one signed symmetric Q/DQ file (TensorRT), the unsigned one derived from it that ONNX
/// Runtime fuses on x86, TensorRT's calibration cache for the float file, and each layer's error.
/// </summary>
internal sealed class Int8CalibrateStage : IStage
{
    public const string CanonicalFile = "model.int8.onnx";
    public const string OnnxRuntimeFile = "model.int8.ort.onnx";
    private const string CacheFile = "calibration.cache";
    private const string ScalesFile = "tensor_scales.json";
    private const string ErrorsFile = "int8_layers.csv";
    private const string FloatLayersFile = "float_layers.csv";

    /// <summary>Enough for errors of layers; their cost grows with every image.</summary>
    private const int ErrorImages = 16;
    private const int BatchSize = 8;

    private ImageDataset? _images;
    private ImageDataset? _evaluation;
    private ModelArtifact? _artifact;

    public StageKind Kind => StageKind.Int8Calibrate;

    public SpecStages Reads => SpecStages.Calibrate;

    public bool UsesDevice => true;

    public void DescribeInputs(StageContext context, FingerprintBuilder inputs, CancellationToken cancellation)
    {
        var options = CalibrationOptions.Read(context);
        _images = CalibrationImages.Find(context, options.Images, cancellation);
        inputs.Add("model", context.HashOfInput("model"));
        inputs.Add("dataset", _images.ContentHash());
        foreach (string option in CalibrationOptions.Names.Concat(["static_batch_size", "target_opset"]))
            inputs.Add($"option.{option}", context.Option(option, ""));
        if (options.MetricBudget is null)
            return;
        _evaluation = CalibrationImages.Evaluation(context, cancellation);
        inputs.Add("evaluation", _evaluation.ContentHash());
        inputs.Add("evaluation.center_crop", context.Network.Evaluation is { CenterCrop: true } ? "true" : "false");
    }

    public void Prepare(StageContext context)
    {
        string path = context.InputFile("model");
        _artifact = ModelArtifact.Read(path);
        ModelInput.Preprocessing(_artifact, path);
        ExportStage.ExportOptions(context, _artifact, path);
        Devices.Resolve(context.Request.Device);
        EightBitModel.CheckFloatLayers(ExportStage.Deployable(_artifact.Model, null), CalibrationOptions.Read(context).FloatLayers);
        if (_evaluation is not null)
            _evaluation = ModelInput.Aligned(_evaluation, _artifact, path);
    }

    public StageOutcome Run(StageContext context, CancellationToken cancellation)
    {
        string path = context.InputFile("model");
        var artifact = _artifact!;
        var preprocessing = ModelInput.Preprocessing(artifact, path);
        var options = CalibrationOptions.Read(context);
        var device = Devices.Resolve(context.Request.Device);
        var folded = ExportStage.Deployable(artifact.Model, null);

        bool trained = StripFakeQuantPass.IsQuantized(artifact.Model.Graph);
        var ranges = trained
            ? StripFakeQuantPass.RangesOf(artifact.Model)
            : Calibrator.Measure(folded, Batches(_images!, preprocessing, cancellation), options.CreateCalibrator(), device);
        var export = ExportStage.ExportOptions(context, artifact, path);
        var eightBits = new EightBitModel(
            context, folded, ranges, options, (count, size) => Batches(SampleImages.Take(_images!, count), preprocessing, cancellation, size), device);
        var fallback = eightBits.Choose(_evaluation is null ? null : new DeployedMetric(context, artifact, _evaluation, cancellation), export);
        var quantized = eightBits.Quantize(fallback.Layers);
        var sample = SampleImages.Take(_images!, ErrorImages);
        var errors = LayerErrors.Measure(folded, quantized, Batches(sample, preprocessing, cancellation), device);

        double agreement = Save(context, artifact, OnnxExporter.Export(quantized, export), folded, Batches(sample, preprocessing, cancellation));
        WriteTables(context, StripFakeQuantPass.RangesOf(quantized), errors, options);
        AtomicFile.WriteText(context.Output(FloatLayersFile), fallback.ToCsv());
        context.Log(string.Create(CultureInfo.InvariantCulture, $"{(trained ? "Ranges as trained" : $"Calibrated on {_images!.Samples.Length} images")}; output {errors.OutputSqnr:F1} dB; same answer as float on {agreement:P0} of {sample.Samples.Length}."));
        if (!fallback.Layers.IsEmpty)
            context.Log($"Layers in float: {string.Join(", ", fallback.Layers)}");
        var metrics = ImmutableSortedDictionary.CreateBuilder<string, double>(StringComparer.Ordinal);
        metrics["calibration_images"] = trained ? 0 : _images!.Samples.Length;
        metrics["output_sqnr_db"] = errors.OutputSqnr;
        metrics["agreement"] = agreement;
        metrics["float_layers"] = fallback.Layers.Count;
        return StageOutcome.Of(
            metrics.ToImmutable(),
            ("onnx", CanonicalFile), ("onnxruntime", OnnxRuntimeFile), ("calibration_cache", CacheFile), ("tensor_scales", ScalesFile), ("layers", ErrorsFile),
            ("float_layers", FloatLayersFile));
    }

    private static IEnumerable<ImageBatch> Batches(ImageDataset images, ImagePreprocessing preprocessing, CancellationToken cancellation, int batchSize = BatchSize) =>
        ModelInput.Loader(images, preprocessing, batchSize, 0).ReadEpoch(0, 0, cancellation);

    /// <summary>Writes both files; each must load in ONNX Runtime first.</summary>
    /// <returns>Share of the images on which the 8-bit file for ONNX Runtime answers as the float model does.</returns>
    private static double Save(StageContext context, ModelArtifact artifact, OnnxModel network, Model folded, IEnumerable<ImageBatch> batches)
    {
        var objective = context.Network.CreateObjective(artifact.LabelSets, []);
        var (signed, unsigned) = (DeployedDetector.Complete(network, objective), DeployedDetector.Complete(OnnxU8Rewriter.Rewrite(network), objective));
        AtomicFile.Write(context.Output(CanonicalFile), stream => stream.Write(signed.ToBytes()), check: candidate => new OnnxImageModel(candidate).Dispose());
        double agreement = 0;
        AtomicFile.Write(
            context.Output(OnnxRuntimeFile), stream => stream.Write(unsigned.ToBytes()), check: candidate => agreement = Agreement.Measure(candidate, folded, batches));
        return agreement;
    }

    private static void WriteTables(StageContext context, QuantizationRanges ranges, LayerErrors errors, CalibrationOptions options)
    {
        var byName = ranges.Magnitudes.ToDictionary(pair => OnnxNames.Of(pair.Key), pair => pair.Value, StringComparer.Ordinal);
        CalibrationCache.Write(context.Output(CacheFile), options.TensorRt, byName);
        ScaleFile.Write(context.Output(ScalesFile), byName);
        AtomicFile.WriteText(context.Output(ErrorsFile), errors.ToCsv());
    }
}
