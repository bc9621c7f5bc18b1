using System.Collections.Immutable;
using Tao.Data.Classification;
using Tao.Graph;
using Tao.Specs;

namespace Tao.Networks.Tests.Contract;

/// <summary>A spec small enough to train in a test.</summary>
/// <param name="Network">A name of <see cref="NetworkCatalog"/>.</param>
/// <param name="Spec">Spec text in TAO's own format.</param>
public sealed record TinyPreset(string Network, string Name, string Spec)
{
    /// <summary>How far rounding to 8 bits may move the logits, relative to their size.</summary>
    public double EightBitError { get; init; } = 0.1;

    /// <summary>What the model is asked.</summary>
    public ImmutableArray<LabelSet> LabelSets { get; init; } = LabelSet.Single(["cat", "dog", "emu"]);

    /// <summary>Length of a sample's predictions, those of all outputs side by side.</summary>
    public int OutputLength => LabelSets.Sum(set => set.Classes.Length);

    /// <summary>The preset with more fields in one of the spec's messages.</summary>
    public TinyPreset With(string message, string fields)
    {
        var opening = $"{message} {{";
        Assert.Contains(opening, Spec, StringComparison.Ordinal);
        return this with { Spec = Spec.Replace(opening, $"{opening} {fields}", StringComparison.Ordinal) };
    }

    public BoundNetwork Bind()
    {
        var diagnostics = new DiagnosticBag();
        var network = NetworkCatalog.Find(Network)!;
        var bound = network.Bind(SpecReader.Parse(Spec, $"{Name}.txt", SpecFormat.ProtobufText, diagnostics), SpecStages.Train, diagnostics);
        Assert.Empty(diagnostics.Items);
        return bound;
    }

    public Model Build(ulong seed = 1)
    {
        var graph = Bind().BuildGraph(LabelSets);
        return new Model(graph, WeightInitializer.Create(graph, seed));
    }

    public override string ToString() => Name;
}
