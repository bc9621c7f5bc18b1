using System.Collections.Immutable;
using System.Globalization;
using Tao.Engine.Artifacts;
using Tao.Engine.Fingerprints;
using Tao.Engine.IO;
using Tao.Graph;
using Tao.Graph.Passes;
using Tao.Specs;

namespace Tao.Engine.Stages;

/// <summary>Removes filters with small norms, with TAO's six settings or to a share of each layer. The result must be retrained.</summary>
internal sealed class PruneStage : IStage
{
    private const string ReportFile = "pruning.csv";
    private const double Mebi = 1 << 20;

    private static readonly string[] _options =
        ["normalizer", "equalization_criterion", "pruning_granularity", "pruning_threshold", "min_num_filters", "excluded_layers", "keep_ratio"];

    private ModelArtifact? _artifact;
    private PruneResult? _result;

    public StageKind Kind => StageKind.Prune;

    public SpecStages Reads => SpecStages.Prune;

    public void DescribeInputs(StageContext context, FingerprintBuilder inputs, CancellationToken cancellation)
    {
        inputs.Add("model", context.HashOfInput("model"));
        foreach (string option in _options)
            inputs.Add($"option.{option}", context.Option(option, ""));
        Settings(context);
    }

    public void Prepare(StageContext context)
    {
        _artifact = ModelArtifact.Read(context.InputFile("model"));
        if (StripFakeQuantPass.IsQuantized(_artifact.Model.Graph))
        {
            throw StageContext.Error(
                EngineCodes.QatModelPruned, "The model was trained for 8 bits (enable_qat); pruning would leave its ranges wrong.",
                "Prune the float model, then retrain the pruned one with enable_qat: true.");
        }
        _result = Prune(_artifact.Model, Settings(context));
    }

    public StageOutcome Run(StageContext context, CancellationToken cancellation)
    {
        var (artifact, result) = (_artifact!, _result!);
        var pruned = artifact with
        {
            Model = result.Model,
            Manifest = artifact.Manifest with
            {
                SpecFingerprint = context.Fingerprint,
                EngineVersion = EngineVersion.Current,
                ParentSha256 = ContentHash.OfFile(context.InputFile("model")),
                Metrics = ImmutableSortedDictionary<string, double>.Empty,
            },
        };
        pruned.Write(context.Output(TrainStage.ModelFile));
        AtomicFile.WriteText(context.Output(ReportFile), Table(result.Report));
        context.Log(string.Create(CultureInfo.InvariantCulture, $"Pruning ratio (pruned model / original model): {result.Report.PruningRatio:F4}"));
        var metrics = ImmutableSortedDictionary.CreateBuilder<string, double>(StringComparer.Ordinal);
        metrics["pruning_ratio"] = result.Report.PruningRatio;
        metrics["param_count"] = result.Report.ParametersAfter / 1e6;
        metrics["size"] = new FileInfo(context.Output(TrainStage.ModelFile)).Length / Mebi;
        return StageOutcome.Of(metrics.ToImmutable(), ("model", TrainStage.ModelFile), ("layers", ReportFile));
    }

    private static PruneResult Prune(Model model, PruneSettings settings)
    {
        try
        {
            return new PrunePass(settings).Prune(model);
        }
        catch (GraphException exception)
        {
            throw StageContext.Error(
                EngineCodes.NothingToPrune, exception.Message, "Exclude the layers named (TaoPruneExcludedLayers, or -el on the command line).");
        }
    }

    private static PruneSettings Settings(StageContext context)
    {
        var options = context.Options;
        var settings = new PruneSettings(
            options.Name("normalizer", Normalizer.Max),
            options.Name("equalization_criterion", EqualizationCriterion.Union),
            options.Int("pruning_granularity", 8, 1),
            options.Double("pruning_threshold", 0.1, 0, double.MaxValue),
            options.Int("min_num_filters", 16, 1),
            [.. options.List("excluded_layers")],
            options.Double("keep_ratio", 0, 0, 1));
        options.ThrowIfErrors();
        return settings;
    }

    private static string Table(PruneReport report) => CsvText.Of(
        report.Layers.Select(layer => new[] { layer.Name, CsvText.Number(layer.Total), CsvText.Number(layer.Kept.Length) })
            .Prepend(["layer", "filters", "kept"]));
}
