using System.Collections.Immutable;
using Tao.Graph;
using Tao.Networks.Blocks.Detection;
using Tao.Objectives.Detection;
using Tao.Runtime.Optimization;
using Tao.Specs;

namespace Tao.Networks.Ssd;

/// <summary>The SSD or DSSD network that a spec describes.</summary>
internal sealed class BoundSsd(BoundSpec<SsdSpec> spec) : BoundDetector<SsdSpec>(spec)
{
    // TAO's, whatever the spec's optimizer says.
    private const double Momentum = 0.9;

    public override TrainingPlan Training => base.Training with { Optimizer = new SgdSettings(Momentum) };

    protected override DetectorName Name => DetectorName.Of(Value.DssdConfig is null ? "ssd" : "dssd", Config.Arch, Config.Nlayers);

    protected override string Backbone => Config.Arch;

    protected override BoxCoder Coder => SsdAnchors.Coder(Config.Anchors);

    protected override (double Positive, double Negative) MatchingThresholds => (Config.PosIouThresh, Config.NegIouThresh);

    protected override IDetectionLoss Loss => new MultiBoxLoss(Config.NegPosRatio, Config.Alpha);

    private SsdConfig Config => Value.SsdConfig ?? Value.DssdConfig ?? new SsdConfig();

    protected override ImmutableArray<string> AppendMaps(GraphBuilder builder, string image)
    {
        var maps = SsdFeatureMaps.Append(builder, image, Config);
        return Value.DssdConfig is null ? maps : DssdTopDown.Append(builder, maps, Config);
    }

    protected override NetworkGraph Finish(GraphBuilder builder, ImmutableArray<string> maps, int classes) =>
        SsdHead.Finish(builder, maps, [.. SsdAnchors.Shapes(Config.Anchors).Select(shapes => shapes.Length)], classes, Config);

    protected override AnchorGrid Anchors(IReadOnlyList<(int Rows, int Columns)> maps, int height, int width) => SsdAnchors.Grid(Config.Anchors, maps, height, width);
}
