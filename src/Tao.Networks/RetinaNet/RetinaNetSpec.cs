using Tao.Networks.Blocks;
using Tao.Networks.Blocks.Detection;
using Tao.Specs;
using Tao.Specs.Common;
using Tao.Specs.Common.Detection;

namespace Tao.Networks.RetinaNet;

/// <summary>The whole spec of <c>retinanet</c>: NVIDIA's schema.</summary>
[SpecMessage("Experiment", Doc = "Trains a detector that finds boxes on a feature pyramid, with the focal loss.")]
public sealed record RetinaNetSpec : DetectorSpec, ISpecRules
{
    [SpecField("retinanet_config", Number = 7, Stages = SpecStages.Train | DetectionStages.Answers, Required = true, Doc = "The network.")]
    public RetinaNetConfig RetinanetConfig { get; init; } = new();

    [SpecField("class_weighting_config", Number = 8, Stages = SpecStages.Train, Doc = "Weights of the classes in the loss.")]
    public ClassWeightingConfig? ClassWeightingConfig { get; init; }

    public void Check(SpecRuleContext context)
    {
        context.Require("training_config.optimizer", CommonTraining.OptimizerRemedy);
        context.Ignored("training_config.model_ema", "TAO's retinanet does not read it either.");
    }
}
