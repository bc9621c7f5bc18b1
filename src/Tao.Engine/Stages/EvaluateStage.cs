using System.Globalization;
using Tao.Data.Classification;
using Tao.Engine.Artifacts;
using Tao.Engine.Datasets;
using Tao.Engine.Evaluation;
using Tao.Engine.Fingerprints;
using Tao.Engine.IO;
using Tao.Engine.Training;
using Tao.Graph;
using Tao.Graph.Passes;
using Tao.Networks;
using Tao.Objectives.Classification;
using Tao.Runtime;
using Tao.Specs;

namespace Tao.Engine.Stages;

/// <summary>Measures a model on the test set, with batch norms folded as in deployment.</summary>
internal sealed class EvaluateStage(StageKind kind) : IStage
{
    private FolderDataset? _images;
    private ModelArtifact? _artifact;
    private string _path = "";

    public StageKind Kind => kind;

    public SpecStages Reads => SpecStages.Evaluate;

    public void DescribeInputs(StageContext context, FingerprintBuilder inputs, CancellationToken cancellation)
    {
        _images = new DatasetSource(context).Evaluation(cancellation);
        _path = ModelPath(context);
        inputs.Add("dataset", _images.ContentHash());
        inputs.Add("model", ContentHash.OfFile(_path));
        inputs.Add("device", context.Request.Device.Split(':')[0]);
    }

    public void Prepare(StageContext context)
    {
        _artifact = ModelArtifact.Read(_path);
        ClassifierInput.RequireSameClasses(_artifact, _images!, _path);
        ClassifierInput.Preprocessing(_artifact, _path);
        Devices.Resolve(context.Request.Device);
        Plan(context);
    }

    public StageOutcome Run(StageContext context, CancellationToken cancellation)
    {
        var artifact = _artifact!;
        var plan = Plan(context);
        var preprocessing = ClassifierInput.Preprocessing(artifact, _path) with { CenterCrop = plan.CenterCrop };
        var loader = ClassifierInput.Loader(_images!, preprocessing, plan.BatchSize, plan.Workers);
        var validator = new Validator(context.Network.CreateObjective(artifact.Labels, []), loader);

        var folded = PassRunner.Run(artifact.Model, new EliminateDropoutPass(), new FoldBatchNormPass());
        using var module = new GraphModule(folded, Devices.Resolve(context.Request.Device));
        return Report(context, (ClassificationMetrics)validator.Measure(module, cancellation), plan);
    }

    internal static StageOutcome Report(StageContext context, ClassificationMetrics metrics, EvaluationPlan plan)
    {
        var summary = metrics.Summarize();
        context.Log(string.Create(CultureInfo.InvariantCulture, $"Evaluation Loss: {summary["loss"]:F6}"));
        context.Log(string.Create(CultureInfo.InvariantCulture, $"Evaluation Top {plan.TopK} accuracy: {summary["top_k_accuracy"]:F6}"));
        context.Log(ClassificationReport.Format(metrics.Confusion));
        ClassificationFiles.Write(metrics.Confusion, context.Output);
        return StageOutcome.Of(summary, ("confusion_matrix", ClassificationFiles.ConfusionFile), ("per_class", ClassificationFiles.PerClassFile));
    }

    internal static EvaluationPlan Plan(StageContext context) => context.Network.Evaluation ?? throw StageContext.Error(
        SpecCodes.MissingField, "The spec has no eval_config.", "Add eval_config { batch_size: 32 top_k: 1 }.");

    /// <summary>The build's model, else the one that the spec names.</summary>
    private static string ModelPath(StageContext context) => context.HasInput("model") || context.Network.Evaluation is not { ModelPath.Length: > 0 } plan
        ? context.InputFile("model")
        : StageContext.RequireFile(context.ResolvePath(plan.ModelPath), context.Network.LocationOf("eval_config.model_path"));
}
