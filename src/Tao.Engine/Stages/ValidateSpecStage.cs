using System.Collections.Immutable;
using Tao.Engine.Fingerprints;
using Tao.Engine.IO;
using Tao.Specs;

namespace Tao.Engine.Stages;

/// <summary>Binding is the validation; what remains is to write down the effective spec, defaults filled in.</summary>
internal sealed class ValidateSpecStage : IStage
{
    private const SpecStages All = SpecStages.Dataset | SpecStages.Train | SpecStages.Evaluate | SpecStages.Prune
        | SpecStages.Export | SpecStages.Calibrate | SpecStages.Inference;

    private const string EffectiveSpec = "effective-spec.json";

    public StageKind Kind => StageKind.ValidateSpec;

    public SpecStages Reads => All;

    // The spec is bound before anything can be looked up, and little else is done.
    public bool IsCached => false;

    public void DescribeInputs(StageContext context, FingerprintBuilder inputs, CancellationToken cancellation)
    {
    }

    public StageOutcome Run(StageContext context, CancellationToken cancellation)
    {
        var graph = context.Network.BuildGraph(context.Network.ExampleLabels);
        AtomicFile.WriteText(context.Output(EffectiveSpec), SpecFingerprint.Canonical(context.Network.Spec, All) + "\n");
        var metrics = ImmutableSortedDictionary.CreateRange(StringComparer.Ordinal, [KeyValuePair.Create("nodes", (double)graph.Nodes.Length)]);
        return StageOutcome.Of(metrics, ("spec", EffectiveSpec));
    }
}
