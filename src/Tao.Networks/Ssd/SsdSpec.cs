using Tao.Networks.Blocks.Detection;
using Tao.Specs;
using Tao.Specs.Common.Detection;

namespace Tao.Networks.Ssd;

/// <summary>The whole spec of <c>ssd</c> and <c>dssd</c>: NVIDIA's schema; which of the two it describes, its network message tells.</summary>
[SpecMessage("Experiment", Doc = "Trains a detector that finds boxes on six feature maps of one network.")]
public sealed record SsdSpec : DetectorSpec, ISpecRules
{
    [SpecField("ssd_config", Number = 7, OneOf = "network", Stages = SpecStages.Train | DetectionStages.Answers, Doc = "An SSD network.")]
    public SsdConfig? SsdConfig { get; init; }

    [SpecField("dssd_config", Number = 8, OneOf = "network", Stages = SpecStages.Train | DetectionStages.Answers, Doc = "A DSSD network: SSD with a way back from the small maps to the large ones.")]
    public SsdConfig? DssdConfig { get; init; }

    public void Check(SpecRuleContext context)
    {
        if (SsdConfig is null && DssdConfig is null)
            context.Error("The spec describes no network.", "Write ssd_config { ... } or dssd_config { ... }.", "ssd_config", "dssd_config");
        context.Ignored("training_config.optimizer", "ssd and dssd train with SGD and a momentum of 0.9, in TAO too.");
        context.Ignored("training_config.model_ema", "TAO's ssd does not read it either.");
    }
}
