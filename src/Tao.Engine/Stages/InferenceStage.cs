using System.Collections.Immutable;
using System.Globalization;
using Tao.Data.Classification;
using Tao.Data.Loading;
using Tao.Engine.Artifacts;
using Tao.Engine.Datasets;
using Tao.Engine.Evaluation;
using Tao.Engine.Fingerprints;
using Tao.Engine.Inference;
using Tao.Engine.IO;
using Tao.Engine.Training;
using Tao.Graph.Passes;
using Tao.Runtime;
using Tao.Specs;
using TorchSharp;
using static TorchSharp.torch;

namespace Tao.Engine.Stages;

/// <summary>Classifies images without labels: TAO's <c>result.csv</c> (path, class, confidence; no header) and a picture with its answer for each.</summary>
internal sealed class InferenceStage : IStage
{
    private const string ResultFile = "result.csv";
    private const string AnnotatedFolder = "images_annotated";

    private FolderDataset? _images;
    private ModelArtifact? _artifact;
    private ImmutableArray<string> _labels;
    private int _batchSize;

    public StageKind Kind => StageKind.Inference;

    public SpecStages Reads => SpecStages.Inference;

    public void DescribeInputs(StageContext context, FingerprintBuilder inputs, CancellationToken cancellation)
    {
        _batchSize = context.Options.Int("batch_size", 1, 1);
        context.Options.ThrowIfErrors();
        _images = LooseImages.Find(context, "images", cancellation);
        inputs.Add("model", ContentHash.OfFile(context.InputFile("model")));
        inputs.Add("images", _images.ContentHash());
        inputs.Add("root", ShownRoot(context));
        if (context.HasInput("classmap"))
            inputs.Add("classmap", ContentHash.OfFile(context.InputFile("classmap")));
    }

    public void Prepare(StageContext context)
    {
        if (_images!.Samples.IsEmpty)
            throw StageContext.Error(EngineCodes.NoImages, $"There is no usable image in '{_images.Root}'.", "Name an image, or a folder that holds images.");
        string path = context.InputFile("model");
        _artifact = ModelArtifact.Read(path);
        ClassifierInput.Preprocessing(_artifact, path);
        _labels = Labels(context, _artifact);
        Devices.Resolve(context.Request.Device);
    }

    public StageOutcome Run(StageContext context, CancellationToken cancellation)
    {
        var labels = _labels;
        var predictions = Predict(context, _artifact!, cancellation);
        WriteCsv(context, labels, predictions);
        AtomicDirectory.Replace(context.Output(AnnotatedFolder), folder => Annotate(folder, labels, predictions, cancellation));
        if (predictions.Count == 1)
            context.Log($"Class label = {predictions[0].Class}\nClass name = {labels[predictions[0].Class]}");
        var metrics = ImmutableSortedDictionary.CreateRange(StringComparer.Ordinal, [KeyValuePair.Create("images", (double)predictions.Count)]);
        return StageOutcome.Of(metrics, ("result", ResultFile));
    }

    private void Annotate(string folder, ImmutableArray<string> labels, List<Prediction> predictions, CancellationToken cancellation)
    {
        foreach (var prediction in predictions)
        {
            cancellation.ThrowIfCancellationRequested();
            string caption = string.Create(CultureInfo.InvariantCulture, $"{labels[prediction.Class]} {prediction.Confidence:P1}");
            AnnotatedImage.Write(_images!.PathOf(prediction.Sample), Path.Combine(folder, prediction.Sample.RelativePath + ".png"), caption);
        }
    }

    private List<Prediction> Predict(StageContext context, ModelArtifact artifact, CancellationToken cancellation)
    {
        var folded = PassRunner.Run(artifact.Model, new EliminateDropoutPass(), new FoldBatchNormPass());
        using var module = new GraphModule(folded, Devices.Resolve(context.Request.Device));
        using var noGrad = no_grad();
        var predictions = new List<Prediction>();
        var preprocessing = ClassifierInput.Preprocessing(artifact, context.InputFile("model"));
        foreach (var batch in ClassifierInput.Loader(_images!, preprocessing, _batchSize, 0).ReadEpoch(0, 0, cancellation))
        {
            using (batch)
            using (NewDisposeScope())
                predictions.AddRange(Decode(batch, BatchTensors.Download(module.Run(BatchTensors.Upload(batch, module.Device), module.Graph.Outputs[0], ForwardMode.Inference))));
        }
        return predictions;
    }

    private IEnumerable<Prediction> Decode(ImageBatch batch, float[] probabilities)
    {
        int classes = probabilities.Length / batch.Count;
        for (int i = 0; i < batch.Count; i++)
        {
            var row = new ReadOnlySpan<float>(probabilities, i * classes, classes);
            int best = 0;
            for (int c = 1; c < classes; c++)
                best = row[c] > row[best] ? c : best;
            yield return new Prediction(_images!.Samples[batch.Indices[i]], best, row[best]);
        }
    }

    private void WriteCsv(StageContext context, ImmutableArray<string> labels, List<Prediction> predictions) => AtomicFile.WriteText(
        context.Output(ResultFile),
        CsvText.Of(predictions.Select(prediction => new[] { Path.Combine(ShownRoot(context), prediction.Sample.RelativePath), labels[prediction.Class], CsvText.Number(prediction.Confidence) })));

    /// <summary>The result names images as the request does: relative to the project, so that the project may move, or in full.</summary>
    private string ShownRoot(StageContext context) => Path.IsPathRooted(context.Request.Inputs["images"])
        ? _images!.Root
        : Path.GetRelativePath(context.Request.ProjectDirectory, _images!.Root);

    /// <summary>The class map, when given, names the outputs; it must fit the model.</summary>
    private static ImmutableArray<string> Labels(StageContext context, ModelArtifact artifact)
    {
        if (!context.HasInput("classmap"))
            return artifact.Labels;
        var diagnostics = new DiagnosticBag();
        var map = ClassMap.Read(context.Input("classmap"), diagnostics);
        diagnostics.ThrowIfErrors();
        return map!.Classes.Length == artifact.Labels.Length ? map.Classes : throw StageContext.Error(
            EngineCodes.ClassesDiffer, $"The class map has {map.Classes.Length} classes, the model {artifact.Labels.Length}.", "Use the classmap.json that training wrote.");
    }

    private sealed record Prediction(ImageSample Sample, int Class, float Confidence);
}
