using Tao.Data.Classification;
using Tao.Engine.Artifacts;
using Tao.Engine.Datasets;
using Tao.Engine.Fingerprints;
using Tao.Engine.IO;
using Tao.Engine.Training;
using Tao.Specs;

namespace Tao.Engine.Stages;

/// <summary>Trains from scratch or pretrained weights, or (retraining) from a pruned model. The best epoch by the objective's key metric is the result.</summary>
internal sealed class TrainStage(StageKind kind) : IStage
{
    public const string ModelFile = "model.tlt";

    private ProjectDataset? _dataset;
    private TrainingRun? _run;

    public StageKind Kind => kind;

    public SpecStages Reads => SpecStages.Train;

    public bool UsesDevice => true;

    public void DescribeInputs(StageContext context, FingerprintBuilder inputs, CancellationToken cancellation)
    {
        TrainingRun.Resume(context);
        _dataset = new DatasetSource(context).Get(cancellation, SplitRole.Train, SplitRole.Validation);
        inputs.Add("dataset.train", _dataset.Digest(SplitRole.Train));
        inputs.Add("dataset.validation", _dataset.Digest(SplitRole.Validation));
        inputs.Add("seed", context.Seed.ToString(System.Globalization.CultureInfo.InvariantCulture));
        inputs.Add("device", context.Request.Device.Split(':')[0]);
        inputs.Add("init_epoch", context.Option("init_epoch", "1"));
        if (context.HasInput("model"))
            inputs.Add("model", context.HashOfInput("model"));
        else if (TrainingStart.PretrainedPath(context) is { Length: > 0 } path)
            inputs.Add("pretrained", ContentHash.OfFile(StageContext.RequireFile(path, TrainingStart.PretrainedLocation(context))));
    }

    public void Prepare(StageContext context)
    {
        var train = _dataset!.Find(SplitRole.Train) ?? throw MissingSplit(SplitRole.Train);
        var validation = _dataset.Find(SplitRole.Validation) ?? throw MissingSplit(SplitRole.Validation);
        _run = new TrainingRun(context, train, validation);
        _run.Prepare();
    }

    public StageOutcome Run(StageContext context, CancellationToken cancellation)
    {
        var best = _run!.Execute(cancellation);
        best.Write(context.Output(ModelFile));
        var labels = context.Network.DescribeLabels(best.LabelSets);
        AtomicFile.WriteText(context.Output(labels.Name), System.Text.Json.JsonSerializer.Serialize(labels.Entries, EngineJson.Options) + "\n");
        return StageOutcome.Of(best.Manifest.Metrics, ("model", ModelFile), ("log", context.Network.Training.LogFile), ("classmap", labels.Name));
    }

    public void Complete(StageContext context) => new CheckpointStore(context.Request.FullOutputDirectory, context.Fingerprint).Clear();

    /// <summary>TensorBoard's curves. The epochs' models stay where they were trained: they are many times the result.</summary>
    public IEnumerable<string> ExtraFiles(StageContext context)
    {
        string events = context.Output(TrainingRun.EventsFolder);
        return Directory.Exists(events)
            ? Directory.EnumerateFiles(events).Select(file => $"{TrainingRun.EventsFolder}/{Path.GetFileName(file)}").Order(StringComparer.Ordinal)
            : [];
    }

    public void ClearTraces(StageContext context) => TrainingRun.ClearTraces(context);

    private static TaoException MissingSplit(SplitRole role) => StageContext.Error(
        EngineCodes.BadRequest, $"The dataset file has no {role} split.", "Run ConvertDataset again.");
}
