using System.Collections.Immutable;
using Tao.Data.Classification;
using Tao.Engine.Artifacts;
using Tao.Engine.Evaluation;
using Tao.Engine.IO;
using Tao.Engine.Pretrained;
using Tao.Engine.Quantization;
using Tao.Engine.Stages;
using Tao.Graph;
using Tao.Graph.Ops;
using Tao.Specs;

namespace Tao.Engine.Training;

/// <param name="ParentSha256">Hash of the artifact that the model comes from, if it is one of ours.</param>
internal sealed record TrainingStart(Model Model, string? ParentSha256)
{
    private const string PathOption = "pretrained_model_path";

    /// <summary>Batch normalisations of pretrained weights that lack their statistics; see <see cref="FoldedBatchNorms"/>.</summary>
    public IReadOnlyList<Node> Folded { get; init; } = [];

    /// <summary>
    /// The model before the first step: the pruned one in retraining, pretrained weights matched by name, or random weights. As in
    /// TAO a pretrained file whose layers have other shapes is a pruned model and brings its own graph.
    /// </summary>
    public static TrainingStart Create(StageContext context, ImmutableArray<LabelSet> labelSets)
    {
        var graph = context.Network.BuildGraph(labelSets);
        if (context.HasInput("model"))
            return FromArtifact(context.Input("model"), graph, labelSets, context);
        var initial = WeightInitializer.Create(graph, context.Seed);
        string path = PretrainedPath(context);
        if (path.Length == 0)
            return new TrainingStart(new Model(graph, initial), null);

        if (QuantizationAwareTraining.IsQuantized(path))
            return FromArtifact(path, graph, labelSets, context);
        var source = WeightSource.Open(path);
        var options = new WeightMatchOptions { Aliases = [context.Network.PublishedNames(graph)], HeadNodes = HeadScopes(graph) };
        var match = WeightMatcher.Match(graph, initial, source, options);
        if (match.Report.LooksPruned && ModelArtifact.IsArtifact(path))
            return FromArtifact(path, graph, labelSets, context);
        match.Report.ThrowUnlessBackboneFits();
        return ModelArtifact.IsArtifact(path)
            ? FromWeights(context, graph, match.Weights, match.Report) with { ParentSha256 = ContentHash.OfFile(path) }
            : FromPublished(context, graph, match);
    }

    private static TrainingStart FromPublished(StageContext context, NetworkGraph graph, WeightMatch match)
    {
        var shortcuts = IdentityShortcuts.Find(graph, match.Report);
        if (shortcuts.Convolutions.Count > 0)
            context.Log($"{shortcuts.Convolutions.Count} projections on shortcuts, which the published network does not have, start as the identity.");
        var published = context.Network.PublishedNames(graph);
        var report = shortcuts.Without(match.Report);
        if (published.Count > 0)
            report = report with { Missing = [.. report.Missing.Select(parameter => parameter with { InHead = !published.ContainsKey(parameter.Name) })] };
        var start = FromWeights(context, graph, shortcuts.Apply(match.Weights), report);
        return start with { Folded = [.. start.Folded, .. shortcuts.Norms.Where(node => node.Op is BatchNorm { Frozen: false })] };
    }

    private static TrainingStart FromWeights(StageContext context, NetworkGraph graph, Weights weights, MatchReport report)
    {
        foreach (var diagnostic in report.Diagnostics())
            context.Report(diagnostic);
        context.Log(report.Summary());
        var model = new Model(graph, weights);
        return new TrainingStart(model, null) { Folded = FoldedBatchNorms.Find(model, report) };
    }

    /// <summary>Full path of the pretrained file; empty when the spec and the request name none.</summary>
    public static string PretrainedPath(StageContext context)
    {
        string path = context.Option(PathOption, context.Network.Training.PretrainedModel);
        return path.Length == 0 ? "" : context.ResolvePath(path);
    }

    /// <summary>Where the spec names the file; null when the request does.</summary>
    public static SourceLocation? PretrainedLocation(StageContext context) =>
        context.Option(PathOption, "").Length > 0 ? null : context.Network.LocationOf(context.Network.Training.PretrainedField);

    /// <summary>The layers with parameters that stand last before the outputs: their size is the number of classes.</summary>
    private static ImmutableHashSet<string> HeadScopes(NetworkGraph graph)
    {
        var scopes = ImmutableHashSet.CreateBuilder<string>();
        var values = new Queue<string>(graph.Outputs);
        while (values.TryDequeue(out string? value))
        {
            if (graph.FindNode(value) is not { } node)
                continue;
            if (node.Op is IKernelOp)
                scopes.Add(node.ParameterScope);
            else
                node.Inputs.ToList().ForEach(values.Enqueue);
        }
        return scopes.ToImmutable();
    }

    private static TrainingStart FromArtifact(string path, NetworkGraph wanted, ImmutableArray<LabelSet> labelSets, StageContext context)
    {
        var artifact = ModelArtifact.Read(path);
        if (!artifact.LabelSets.SequenceEqual(labelSets))
        {
            throw StageContext.Error(
                EngineCodes.ClassesDiffer,
                $"The model '{path}' knows {ModelInput.Text(artifact.LabelSets)}; the data has {ModelInput.Text(labelSets)}.",
                "Train on data with the model's classes, or start from a model for these.");
        }
        if (!artifact.Model.Graph.Inputs[0].Type.Equals(wanted.Inputs[0].Type))
        {
            throw WeightErrors.Error(
                WeightErrors.DoesNotFit, path, $"its input is {artifact.Model.Graph.Inputs[0].Type.Shape} but the spec's is {wanted.Inputs[0].Type.Shape}.",
                "Give the spec the input size that the model was trained with.");
        }
        context.Log($"Starting from {Path.GetFileName(path)}, {artifact.Model.Weights.ParameterCount:N0} parameters.");
        var graph = WithTrainingSettings(artifact.Model.Graph, wanted);
        return new TrainingStart(artifact.Model with { Graph = graph }, ContentHash.OfFile(path));
    }

    /// <summary>The artifact's layers with the spec's freezing: which layers train is the new spec's word, their sizes are the file's.</summary>
    private static NetworkGraph WithTrainingSettings(NetworkGraph graph, NetworkGraph wanted) => graph.With(graph.Nodes.Select(node =>
        wanted.FindNode(node.Name) is not { } other ? node
        : node.Op is BatchNorm own && other.Op is BatchNorm norm ? node with { Frozen = other.Frozen, Op = own with { Frozen = norm.Frozen, Momentum = norm.Momentum } }
        : node with { Frozen = other.Frozen }));
}
