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
using Tao.Objectives;
using Tao.Runtime;
using Tao.Specs;

namespace Tao.Engine.Stages;

/// <summary>Measures a model on the test set, with batch norms folded as in deployment.</summary>
internal sealed class EvaluateStage(StageKind kind) : IStage
{
    // What Windows forbids, so that outputs can be carried there.
    private static readonly char[] _notInNames = [.. "<>:\"/\\|?*", .. Enumerable.Range(0, 32).Select(code => (char)code)];

    private ImageDataset? _images;
    private ModelArtifact? _artifact;
    private string _path = "";

    public StageKind Kind => kind;

    public SpecStages Reads => SpecStages.Evaluate;

    public bool UsesDevice => true;

    public void DescribeInputs(StageContext context, FingerprintBuilder inputs, CancellationToken cancellation)
    {
        _images = new DatasetSource(context).Evaluation(cancellation);
        _path = ModelPath(context);
        inputs.Add("dataset", _images.ContentHash());
        inputs.Add("model", context.HashOf(_path));
        inputs.Add("device", context.Request.Device.Split(':')[0]);
    }

    public void Prepare(StageContext context)
    {
        _artifact = ModelArtifact.Read(_path);
        _images = ModelInput.Aligned(_images!, _artifact, _path);
        ModelInput.Preprocessing(_artifact, _path);
        Devices.Resolve(context.Request.Device);
        Plan(context);
    }

    public StageOutcome Run(StageContext context, CancellationToken cancellation)
    {
        var artifact = _artifact!;
        var plan = Plan(context);
        var preprocessing = ModelInput.Preprocessing(artifact, _path) with { CenterCrop = plan.CenterCrop };
        var loader = ModelInput.Loader(_images!, preprocessing, plan.BatchSize, plan.Workers);
        var objective = context.Network.CreateObjective(artifact.LabelSets, []);
        var showcase = new Showcase(objective, _images!);

        var folded = PassRunner.Run(artifact.Model, new EliminateDropoutPass(), new FoldBatchNormPass());
        using var module = new GraphModule(folded, Devices.Resolve(context.Request.Device));
        var outcome = Report(context, new Validator(objective, loader).Measure(module, cancellation, showcase.Add));
        showcase.Write(context.Output(Showcase.FileName));
        return outcome with { Artifacts = outcome.Artifacts.Add("examples", Showcase.FileName) };
    }

    internal static StageOutcome Report(StageContext context, IMetrics metrics)
    {
        context.Log(metrics.Report());
        var tables = metrics.Tables();
        foreach (var table in tables)
            AtomicFile.WriteText(context.Output(FileOf(table)), CsvText.Of(table.Rows.Select(row => row.Select(CsvText.Cell).ToArray())));
        var files = tables.Select(table => (table.Name, FileOf(table))).ToList();
        if (context.Network.Evaluation is { DrawsCurves: true } && tables.FirstOrDefault(table => table.Name == PrecisionRecallChart.TableName) is { } curves)
        {
            PrecisionRecallChart.Write(context.Output(PrecisionRecallChart.FileName), curves);
            files.Add(("pr_curve", PrecisionRecallChart.FileName));
        }
        return StageOutcome.Of(metrics.Summarize(), [.. files]);
    }

    /// <summary>A table may be named after a column of the user's data.</summary>
    private static string FileOf(MetricsTable table) => string.Concat(table.Name.Split(_notInNames, StringSplitOptions.RemoveEmptyEntries)) + ".csv";

    internal static EvaluationPlan Plan(StageContext context) => context.Network.Evaluation ?? throw StageContext.Error(
        SpecCodes.MissingField, "The spec has no eval_config.", "Add eval_config { batch_size: 32 top_k: 1 }.");

    /// <summary>The build's model, else the one that the spec names.</summary>
    private static string ModelPath(StageContext context) => context.HasInput("model") || context.Network.Evaluation is not { ModelPath.Length: > 0 } plan
        ? context.Input("model")
        : StageContext.RequireFile(context.ResolvePath(plan.ModelPath), context.Network.LocationOf("eval_config.model_path"));
}
