using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Tao.Data.Classification;
using Tao.Data.Loading;
using Tao.Engine.Artifacts;
using Tao.Engine.Datasets;
using Tao.Engine.Evaluation;
using Tao.Engine.Export;
using Tao.Engine.Fingerprints;
using Tao.Engine.IO;
using Tao.Graph;
using Tao.Graph.Passes;
using Tao.Objectives;
using Tao.Onnx;
using Tao.Specs;

namespace Tao.Engine.Stages;

/// <summary>Writes the model as ONNX and does not believe it: ONNX Runtime must reproduce the trained model on real images.</summary>
internal sealed class ExportStage : IStage
{
    public const string OnnxFile = "model.onnx";
    public const string LabelsFile = "labels.txt";
    private const string TensorRtFile = "model.tensorrt.onnx";
    private const string RawFile = "model.raw.onnx";
    private const int CheckedImages = 16;
    private const double Mebi = 1 << 20;

    private static readonly string[] _options = ["fold_normalization", "static_batch_size", "target_opset", "gen_ds_config", "tensorrt_nms", "raw_head"];

    private ImageDataset? _images;
    private ModelArtifact? _artifact;

    public StageKind Kind => StageKind.Export;

    public SpecStages Reads => SpecStages.Export;

    public void DescribeInputs(StageContext context, FingerprintBuilder inputs, CancellationToken cancellation)
    {
        _images = SampleImages.Take(new DatasetSource(context).Evaluation(cancellation), CheckedImages);
        inputs.Add("model", context.HashOfInput("model"));
        inputs.Add("dataset", _images.ContentHash());
        foreach (string option in _options)
            inputs.Add($"option.{option}", context.Option(option, ""));
    }

    public void Prepare(StageContext context)
    {
        string path = context.InputFile("model");
        _artifact = ModelArtifact.Read(path);
        ModelInput.Preprocessing(_artifact, path);
        ExportOptions(context, _artifact, path);
    }

    public StageOutcome Run(StageContext context, CancellationToken cancellation)
    {
        string path = context.InputFile("model");
        var artifact = _artifact!;
        var preprocessing = ModelInput.Preprocessing(artifact, path);
        bool fold = context.Flag("fold_normalization");
        var objective = context.Network.CreateObjective(artifact.LabelSets, []);
        var network = OnnxExporter.Export(Deployable(artifact.Model, fold ? preprocessing : null), ExportOptions(context, artifact, path));

        string target = context.Output(OnnxFile);
        string candidate = target + AtomicFile.TemporarySuffix;
        var deployed = DeployedDetector.Complete(network, objective);
        deployed.Save(candidate);
        double difference = Check(context, candidate, objective, fold, cancellation);
        File.Move(candidate, target, overwrite: true);
        var extras = WriteVariants(context, network, objective);

        string labels = WriteLabels(context, artifact);
        var preparation = fold ? InputFolding.RawPreparation(preprocessing) : preprocessing.Preparation;
        var facts = ModelFacts.Of(target, deployed, artifact.Manifest.Network, objective, artifact.LabelSets, preparation);
        AtomicFile.WriteText(context.Output(ModelFacts.FileName), facts.ToJson());
        if (context.Flag("gen_ds_config"))
            AtomicFile.WriteText(context.Output(DeepStreamConfig.FileName), DeepStreamConfig.Write(preprocessing, artifact.LabelSets, fold, objective.Detector is not null));
        context.Log(string.Create(CultureInfo.InvariantCulture, $"ONNX Runtime reproduces the model on {_images!.Samples.Length} images; largest difference {difference:E1}."));
        var metrics = ImmutableSortedDictionary.CreateBuilder<string, double>(StringComparer.Ordinal);
        metrics["largest_difference"] = difference;
        metrics["param_count"] = artifact.Model.Weights.ParameterCount / 1e6;
        metrics["size"] = new FileInfo(target).Length / Mebi;
        if (context.Flag("gen_ds_config"))
            extras.Add(("deepstream", DeepStreamConfig.FileName));
        return StageOutcome.Of(metrics.ToImmutable(), [("onnx", OnnxFile), ("labels", labels), ("facts", ModelFacts.FileName), .. extras]);
    }

    /// <summary>A detector's other forms, on request: with TensorRT's own suppression, and without any.</summary>
    private static List<(string Role, string File)> WriteVariants(StageContext context, OnnxModel network, IObjective objective)
    {
        var written = new List<(string Role, string File)>();
        if (objective.Detector is not { } detector)
            return written;
        if (context.Flag("tensorrt_nms"))
            Save("onnx_tensorrt", TensorRtFile, DeployedDetector.CompleteForTensorRt(network, detector));
        if (context.Flag("raw_head"))
            Save("onnx_raw", RawFile, network);
        return written;

        void Save(string role, string file, OnnxModel model)
        {
            model.Save(context.Output(file));
            written.Add((role, file));
        }
    }

    /// <summary>The model as it is deployed: no dropout, batch norms folded, in float, and on request the input's normalisation inside.</summary>
    internal static Model Deployable(Model model, ImagePreprocessing? foldedInput)
    {
        IGraphPass[] passes = [new EliminateDropoutPass(), new FoldBatchNormPass(), new StripFakeQuantPass()];
        return PassRunner.Run(model, foldedInput is null ? passes : [.. passes, InputFolding.Pass(foldedInput)]);
    }

    internal static OnnxExportOptions ExportOptions(StageContext context, ModelArtifact artifact, string modelPath)
    {
        int batch = context.Options.Int("static_batch_size", -1, -1);
        int opset = context.Options.Int("target_opset", new OnnxExportOptions().OpsetVersion, OnnxExportOptions.LowestOpset, OnnxExportOptions.HighestOpset);
        context.Options.ThrowIfErrors();
        return new OnnxExportOptions
        {
            OpsetVersion = opset,
            ProducerVersion = EngineVersion.Current,
            StaticBatch = batch > 0 ? batch : null,
            Metadata = ImmutableSortedDictionary.CreateRange(StringComparer.Ordinal, new Dictionary<string, string>
            {
                ["network"] = artifact.Manifest.Network,
                ["labels"] = artifact.LabelSets is [{ Name: "" } only]
                    ? string.Join(';', only.Classes)
                    : JsonSerializer.Serialize(artifact.LabelSets, EngineJson.Line),
                ["model_sha256"] = ContentHash.OfFile(modelPath),
            }),
        };
    }

    /// <summary>One label set is a list of classes; several need a file that names them.</summary>
    private static string WriteLabels(StageContext context, ModelArtifact artifact)
    {
        if (artifact.LabelSets is [{ Name: "" } only])
        {
            AtomicFile.WriteText(context.Output(LabelsFile), string.Concat(only.Classes.Select(label => label + "\n")));
            return LabelsFile;
        }
        var labels = context.Network.DescribeLabels(artifact.LabelSets);
        AtomicFile.WriteText(context.Output(labels.Name), JsonSerializer.Serialize(labels.Entries, EngineJson.Options) + "\n");
        return labels.Name;
    }

    private double Check(StageContext context, string candidate, IObjective objective, bool folded, CancellationToken cancellation)
    {
        try
        {
            var trained = PassRunner.Run(_artifact!.Model, new StripFakeQuantPass());
            var preprocessing = ModelInput.Preprocessing(_artifact, candidate);
            IEnumerable<ImageBatch> Batches() => ModelInput.Loader(_images!, preprocessing, batchSize: 4, 0).ReadEpoch(0, 0, cancellation);
            float[] ToFileInput(float[] inputs) => folded ? InputFolding.RawPixels(inputs, preprocessing) : inputs;
            if (objective.Detector is null)
                return OnnxParity.Check(candidate, trained, Batches(), ToFileInput);
            int boxes = DetectionParity.Check(candidate, trained, objective, Batches(), ToFileInput);
            context.Log(string.Create(CultureInfo.InvariantCulture, $"ONNX Runtime finds the model's {boxes} boxes."));
            return OnnxParity.Check(candidate, trained, Batches(), ToFileInput, OnnxParity.DetectorTolerance);
        }
        catch
        {
            File.Delete(candidate);
            throw;
        }
    }
}
