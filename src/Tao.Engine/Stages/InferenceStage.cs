using System.Collections.Immutable;
using Tao.Data.Classification;
using Tao.Engine.Artifacts;
using Tao.Engine.Datasets;
using Tao.Engine.Evaluation;
using Tao.Engine.Fingerprints;
using Tao.Engine.Inference;
using Tao.Engine.IO;
using Tao.Engine.Training;
using Tao.Graph.Passes;
using Tao.Objectives;
using Tao.Runtime;
using Tao.Specs;
using TorchSharp;
using static TorchSharp.torch;

namespace Tao.Engine.Stages;

/// <summary>
/// Asks a model of images without labels. A classifier: TAO's <c>result.csv</c> (path, then each answer and its confidence; no header) and a
/// picture with its answer for each. A detector: see <see cref="DetectionResults"/>.
/// </summary>
internal sealed class InferenceStage : IStage
{
    private const string ResultFile = "result.csv";
    private const string AnnotatedFolder = "images_annotated";

    private ImageDataset? _images;
    private ModelArtifact? _artifact;
    private ImmutableArray<LabelSet> _labelSets;
    private IObjective? _objective;
    private DetectionDisplay? _display;
    private int _batchSize;

    public StageKind Kind => StageKind.Inference;

    public SpecStages Reads => SpecStages.Inference;

    // A picture for each picture, which no later stage reads.
    public bool IsCached => false;

    public bool UsesDevice => true;

    public void DescribeInputs(StageContext context, FingerprintBuilder inputs, CancellationToken cancellation)
    {
        _batchSize = context.Options.Int("batch_size", 1, 1);
        context.Options.ThrowIfErrors();
        _images = LooseImages.Find(context, "images", cancellation);
        inputs.Add("model", context.HashOfInput("model"));
        inputs.Add("images", _images.ContentHash());
        inputs.Add("root", ShownRoot(context));
        if (context.HasInput("classmap"))
            inputs.Add("classmap", context.HashOfInput("classmap"));
        foreach (string option in DetectionDisplay.Options)
            inputs.Add($"option.{option}", context.Option(option, ""));
    }

    public void Prepare(StageContext context)
    {
        if (_images!.Samples.IsEmpty)
            throw StageContext.Error(EngineCodes.NoImages, $"There is no usable image in '{_images.Root}'.", "Name an image, or a folder that holds images.");
        string path = context.InputFile("model");
        _artifact = ModelArtifact.Read(path);
        ModelInput.Preprocessing(_artifact, path);
        _labelSets = LabelSets(context, _artifact);
        _objective = context.Network.CreateObjective(_labelSets, []);
        if (_objective.Detector is { } detector)
            _display = DetectionDisplay.Read(context, detector.Classes);
        Devices.Resolve(context.Request.Device);
    }

    public StageOutcome Run(StageContext context, CancellationToken cancellation)
    {
        var predictions = Predict(context, _artifact!, cancellation);
        if (_display is { } display)
            return new DetectionResults(context, _images!, ShownRoot(context), _objective!.Detector!.Classes, display).Write(predictions, cancellation);
        WriteCsv(context, predictions);
        AtomicDirectory.Replace(context.Output(AnnotatedFolder), folder => Annotate(folder, predictions, cancellation));
        if (predictions.Count == 1)
            context.Log(predictions[0].Answer.Text);
        var metrics = ImmutableSortedDictionary.CreateRange(StringComparer.Ordinal, [KeyValuePair.Create("images", (double)predictions.Count)]);
        return StageOutcome.Of(metrics, ("result", ResultFile));
    }

    private void Annotate(string folder, List<Prediction> predictions, CancellationToken cancellation)
    {
        foreach (var prediction in predictions)
        {
            cancellation.ThrowIfCancellationRequested();
            AnnotatedImage.Write(_images!.PathOf(prediction.Sample), Path.Combine(folder, prediction.Sample.RelativePath + ".png"), prediction.Answer.Caption);
        }
    }

    private List<Prediction> Predict(StageContext context, ModelArtifact artifact, CancellationToken cancellation)
    {
        var folded = PassRunner.Run(artifact.Model, new EliminateDropoutPass(), new FoldBatchNormPass());
        using var module = new GraphModule(folded, Devices.Resolve(context.Request.Device));
        var objective = _objective!;
        var wanted = objective.PredictionValues(module.Graph);
        string input = module.Graph.Inputs[0].Name;
        using var noGrad = no_grad();
        var predictions = new List<Prediction>();
        var preprocessing = ModelInput.Preprocessing(artifact, context.InputFile("model"));
        foreach (var batch in ModelInput.Loader(_images!, preprocessing, _batchSize, 0).ReadEpoch(0, 0, cancellation))
        {
            using (batch)
            using (NewDisposeScope())
            {
                var values = module.Run(new Dictionary<string, Tensor> { [input] = BatchTensors.Upload(batch, module.Device) }, wanted, ForwardMode.Inference);
                var answers = objective.Decode([.. wanted.Select(name => new ReadOnlyMemory<float>(BatchTensors.Download(values[name])))], batch.Count);
                predictions.AddRange(answers.Select((answer, i) => new Prediction(_images!.Samples[batch.Indices[i]], answer)));
            }
        }
        return predictions;
    }

    private void WriteCsv(StageContext context, List<Prediction> predictions) => AtomicFile.WriteText(
        context.Output(ResultFile),
        CsvText.Of(predictions.Select(prediction => new[] { Path.Combine(ShownRoot(context), prediction.Sample.RelativePath) }
            .Concat(prediction.Answer.Cells.Select(CsvText.Cell)).ToArray())));

    /// <summary>The result names images as the request does: relative to the project, so that the project may move, or in full.</summary>
    private string ShownRoot(StageContext context) => Path.IsPathRooted(context.Request.Inputs["images"])
        ? _images!.Root
        : Path.GetRelativePath(context.Request.ProjectDirectory, _images!.Root);

    /// <summary>The class map, when given, names the outputs; it must fit the model.</summary>
    private static ImmutableArray<LabelSet> LabelSets(StageContext context, ModelArtifact artifact)
    {
        if (!context.HasInput("classmap") || artifact.LabelSets is not [{ Name: "" } only])
            return artifact.LabelSets;
        var diagnostics = new DiagnosticBag();
        var map = ClassMap.Read(context.Input("classmap"), diagnostics);
        diagnostics.ThrowIfErrors();
        return map!.Classes.Length == only.Classes.Length ? LabelSet.Single(map.Classes) : throw StageContext.Error(
            EngineCodes.ClassesDiffer, $"The class map has {map.Classes.Length} classes, the model {only.Classes.Length}.", "Use the classmap.json that training wrote.");
    }
}
