using System.Collections.Immutable;
using Tao.Data.Classification;
using Tao.Graph;
using Tao.Networks.Backbones;
using Tao.Objectives;
using Tao.Objectives.Classification;
using Tao.Specs;

namespace Tao.Networks.Classification;

/// <summary>The classifier that a spec describes.</summary>
internal sealed class BoundClassification(BoundSpec<ClassificationSpec> spec) : BoundNetwork
{
    private ImageModelConfig ModelConfig => spec.Value.ModelConfig;

    private ClassificationTrainConfig TrainConfig => spec.Value.TrainConfig;

    public override object Spec => spec.Value;

    public override TrainingPlan Training => ClassificationPlans.Training(spec.Value);

    public override DatasetPlan Dataset => ClassificationPlans.Dataset(spec.Value);

    public override EvaluationPlan? Evaluation => spec.Value.EvalConfig is { } config
        ? new EvaluationPlan((int)config.BatchSize, (int)Math.Max(1, config.TopK), (int)config.NWorkers, config.EnableCenterCrop, config.ModelPath)
        : null;

    public override ImmutableArray<LabelSet> ExampleLabels => LabelSet.Single(["a", "b"]);

    public override NetworkGraph BuildGraph(ImmutableArray<LabelSet> labelSets) => ClassificationGraph.Build(ModelConfig, labelSets.Single().Classes.Length);

    public override IReadOnlyDictionary<string, string> PublishedNames(NetworkGraph graph) => Backbone.TorchvisionNames(graph);

    public override IObjective CreateObjective(ImmutableArray<LabelSet> labelSets, ImmutableArray<float> classWeights) =>
        new ClassificationObjective(labelSets.Single().Classes, classWeights, Evaluation?.TopK ?? 1);

    public override LabelFile DescribeLabels(ImmutableArray<LabelSet> labelSets) =>
        new("classmap.json", labelSets.Single().Classes.Select((name, index) => (name, index)).ToDictionary(pair => pair.name, pair => (object)pair.index));

    public override SourceLocation? LocationOf(string path) => spec.LocationOf(path);

    private Backbone Backbone => BackboneCatalog.Find(ModelConfig.Arch)!;
}
