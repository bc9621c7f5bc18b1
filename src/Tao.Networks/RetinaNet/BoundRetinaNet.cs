using System.Collections.Immutable;
using Tao.Graph;
using Tao.Networks.Blocks.Detection;
using Tao.Objectives.Detection;
using Tao.Specs;
using Tao.Specs.Common;

namespace Tao.Networks.RetinaNet;

/// <summary>The RetinaNet that a spec describes.</summary>
internal sealed class BoundRetinaNet(BoundSpec<RetinaNetSpec> spec) : BoundDetector<RetinaNetSpec>(spec)
{
    // TAO's clipnorm.
    private const double GradientBound = 2;

    public override TrainingPlan Training
    {
        get
        {
            var plan = base.Training;
            return plan with
            {
                Optimizer = plan.Optimizer with { ClipNorm = GradientBound },
                ClassWeights = Weighting.ClassWeighting.ToImmutableSortedDictionary(pair => pair.Key, pair => (double)pair.Value, StringComparer.Ordinal),
                ClassWeightsField = "class_weighting_config.class_weighting",
                BalanceClasses = Weighting.EnableAuto,
            };
        }
    }

    protected override DetectorName Name => DetectorName.Of("retinanet", Config.Arch, Config.Nlayers);

    protected override string Backbone => Config.Arch;

    protected override BoxCoder Coder => SsdAnchors.Coder(Config.Anchors);

    protected override (double Positive, double Negative) MatchingThresholds => (Config.PosIouThresh, Config.NegIouThresh);

    protected override IDetectionLoss Loss => new FocalLoss(Config.FocalLossAlpha, Config.FocalLossGamma, Config.LossLocWeight);

    protected override bool ScoresAreSigmoids => true;

    private ClassWeightingConfig Weighting => Value.ClassWeightingConfig ?? new();

    private RetinaNetConfig Config => Value.RetinanetConfig;

    protected override ImmutableArray<string> AppendMaps(GraphBuilder builder, string image) => FeaturePyramid.Append(builder, image, Config);

    protected override NetworkGraph Finish(GraphBuilder builder, ImmutableArray<string> maps, int classes)
    {
        int[] shapes = [.. SsdAnchors.Shapes(Config.Anchors).Select(level => level.Length).Distinct()];
        return shapes is [var only]
            ? RetinaNetHead.Finish(builder, maps, only, classes, Config)
            : throw new GraphException("all levels share their heads, so 'aspect_ratios' must have as many ratios for each.");
    }

    protected override AnchorGrid Anchors(IReadOnlyList<(int Rows, int Columns)> maps, int height, int width) => SsdAnchors.Grid(Config.Anchors, maps, height, width);
}
