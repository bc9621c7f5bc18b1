using System.Collections.Immutable;
using Tao.Specs.Common;

namespace Tao.Specs.Tests;

/// <summary>One field of every kind; what the binder, fingerprint and explainer tests share.</summary>
[SpecMessage("Sample")]
public sealed record SampleSpec : ISpecRules
{
    [SpecField("name", Required = true, Stages = SpecStages.Train)]
    public string Name { get; init; } = "";

    [SpecField("count", Min = 1, Max = 10, ZeroIsDefault = true, Stages = SpecStages.Train)]
    public uint Count { get; init; } = 3;

    [SpecField("offset", Stages = SpecStages.Evaluate)]
    public int Offset { get; init; }

    [SpecField("rate", ExclusiveMin = 0, ExclusiveMax = 1, Stages = SpecStages.Train)]
    public float Rate { get; init; } = 0.5f;

    [SpecField("limit", AllowNotFinite = true, Stages = SpecStages.Train)]
    public double Limit { get; init; }

    [SpecField("enabled", Stages = SpecStages.Train)]
    public bool Enabled { get; init; }

    [SpecField("kind", Stages = SpecStages.Train)]
    public SampleKind Kind { get; init; }

    [SpecField("mode", Values = ["caffe", "tf", "torch"], IgnoreCase = true, Stages = SpecStages.Train)]
    public string Mode { get; init; } = "caffe";

    [SpecField("blocks", Max = 9, Stages = SpecStages.Train)]
    public ImmutableArray<uint> Blocks { get; init; } = [];

    [SpecField("means", Stages = SpecStages.Train)]
    public ImmutableSortedDictionary<string, float> Means { get; init; } = ImmutableSortedDictionary.Create<string, float>(StringComparer.Ordinal);

    [SpecField("inner", Stages = SpecStages.Train)]
    public SampleInner? Inner { get; init; }

    [SpecField("inners", Stages = SpecStages.Train)]
    public ImmutableArray<SampleInner> Inners { get; init; } = [];

    [SpecField("inner_by_name", Stages = SpecStages.Train)]
    public ImmutableSortedDictionary<string, SampleInner> InnerByName { get; init; } = ImmutableSortedDictionary.Create<string, SampleInner>(StringComparer.Ordinal);

    [SpecField("fast", OneOf = "speed", Stages = SpecStages.Train)]
    public SampleInner? Fast { get; init; }

    [SpecField("slow", OneOf = "speed", Stages = SpecStages.Train)]
    public uint? Slow { get; init; }

    [SpecField("evaluation", RequiredBy = SpecStages.Evaluate, Stages = SpecStages.Evaluate)]
    public SampleInner? Evaluation { get; init; }

    [SpecField("n_workers", Volatile = true)]
    public uint Workers { get; init; }

    [SpecField("visualizer", Volatile = true)]
    public VisualizerConfig? Visualizer { get; init; }

    [SpecField("parallelism", Ignored = "one device is used.")]
    public uint Parallelism { get; init; }

    [SpecField("old_head", Retired = "use 'mode'.")]
    public bool OldHead { get; init; }

    [SpecField("extra", Extension = true, Stages = SpecStages.Train)]
    public uint Extra { get; init; }

    public void Check(SpecRuleContext context)
    {
        if (Count > 5 && Rate > 0.8f)
            context.Error("'count' and 'rate' are both large.", "Lower one.", "rate", "count");
    }
}
