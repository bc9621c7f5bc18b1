using System.Collections.Immutable;
using Tao.Data.Classification;
using Tao.Data.Detection;
using Tao.Graph;
using Tao.Networks.Backbones;
using Tao.Objectives;
using Tao.Objectives.Detection;
using Tao.Specs;

namespace Tao.Networks.Blocks.Detection;

/// <summary>A detector with anchors; what is left to each is its graph, its anchors and its loss.</summary>
internal abstract class BoundDetector<TSpec>(BoundSpec<TSpec> spec) : BoundNetwork
    where TSpec : DetectorSpec, new()
{
    /// <summary>The name that TAO's exports give the image.</summary>
    protected const string InputName = "Input";

    protected TSpec Value => spec.Value;

    protected abstract DetectorName Name { get; }

    protected abstract BoxCoder Coder { get; }

    /// <summary>The overlaps from which an anchor is to find a box, and from which it is no background.</summary>
    protected abstract (double Positive, double Negative) MatchingThresholds { get; }

    protected abstract IDetectionLoss Loss { get; }

    /// <summary>Whether the scores come from a sigmoid, and not from a softmax.</summary>
    protected virtual bool ScoresAreSigmoids => false;

    /// <summary>The name of the backbone in <see cref="BackboneCatalog"/>.</summary>
    protected abstract string Backbone { get; }

    public override object Spec => Value;

    public override TrainingPlan Training => DetectorPlans.Training(Value, Name);

    public override DatasetPlan Dataset => DetectorPlans.Dataset(Value);

    public override EvaluationPlan Evaluation => DetectorPlans.Evaluation(Value);

    public override ImmutableArray<LabelSet> ExampleLabels => LabelSet.Single(new ClassMapping(Value.DatasetConfig.TargetClassMapping, null).Classes);

    public override NetworkGraph BuildGraph(ImmutableArray<LabelSet> labelSets)
    {
        var (builder, maps) = Begin();
        return Finish(builder, maps, labelSets[0].Classes.Length);
    }

    public override IReadOnlyDictionary<string, string> PublishedNames(NetworkGraph graph) => BackboneCatalog.Find(Backbone)!.TorchvisionNames(graph);

    public override IObjective CreateObjective(ImmutableArray<LabelSet> labelSets, ImmutableArray<float> classWeights)
    {
        var (builder, maps) = Begin();
        var sizes = maps.Select(map => builder.TypeOf(map).Shape).Select(shape => ((int)shape[2], (int)shape[3])).ToArray();
        return new DetectionObjective(new DetectionSettings
        {
            Classes = labelSets[0].Classes,
            Anchors = Anchors(sizes, Value.AugmentationConfig.OutputHeight, Value.AugmentationConfig.OutputWidth),
            Coder = Coder,
            PositiveIou = MatchingThresholds.Positive,
            NegativeIou = MatchingThresholds.Negative,
            Sigmoid = ScoresAreSigmoids,
            Loss = Loss,
            ClassWeights = classWeights,
            IncludeDifficult = Value.DatasetConfig.IncludeDifficultInTraining,
            Suppression = DetectorPlans.Suppression(Value.NmsConfig),
            MatchingIou = Value.EvalConfig.MatchingIouThreshold,
            AveragePrecision = DetectorPlans.Mode(Value.EvalConfig),
        });
    }

    public override LabelFile DescribeLabels(ImmutableArray<LabelSet> labelSets) =>
        new("classes.json", labelSets[0].Classes.Select((name, index) => (name, index)).ToDictionary(pair => pair.name, object (pair) => pair.index));

    public override SourceLocation? LocationOf(string path) => spec.LocationOf(path);

    /// <summary>Appends everything up to the feature maps that have anchors, the largest first.</summary>
    protected abstract ImmutableArray<string> AppendMaps(GraphBuilder builder, string image);

    /// <summary>Appends the heads.</summary>
    /// <param name="classes">Without the background.</param>
    protected abstract NetworkGraph Finish(GraphBuilder builder, ImmutableArray<string> maps, int classes);

    /// <param name="maps">Rows and columns of each map.</param>
    protected abstract AnchorGrid Anchors(IReadOnlyList<(int Rows, int Columns)> maps, int height, int width);

    private (GraphBuilder Builder, ImmutableArray<string> Maps) Begin()
    {
        var size = Value.AugmentationConfig;
        var builder = new GraphBuilder($"{Name.Network}_{Name.Architecture}");
        var image = builder.Input(InputName, TensorType.Image(size.OutputChannel, size.OutputHeight, size.OutputWidth));
        return (builder, AppendMaps(builder, image));
    }
}
