using System.Collections.Immutable;
using Tao.Data.Classification;
using Tao.Graph;
using Tao.Graph.Ops;
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

    /// <summary>The spec's message that describes the network.</summary>
    public string NetworkMessage { get; init; } = "model_config";

    /// <summary>How far sums of another order may move the outputs, relative to their size.</summary>
    public double Exactness { get; init; } = 1e-4;

    /// <summary>More than the first loss.</summary>
    public double LossBound { get; init; } = 10;

    /// <summary>How far apart two images are at least, relative to the outputs' size, once the model was trained.</summary>
    public double Contrast { get; init; } = 0.5;

    /// <summary>Whether boxes are asked for, and not labels of images.</summary>
    public bool Detects => Bind().Dataset.Format == DatasetFormat.Boxes;

    /// <summary>Length of a sample's predictions, those of all outputs side by side.</summary>
    public int OutputLength => (int)Shapes(Bind().BuildGraph(LabelSets)).Sum(shape => shape.ElementCount);

    /// <summary>What the outputs must be: probabilities of the classes, or for each anchor those and four offsets.</summary>
    public void CheckShapes(NetworkGraph graph)
    {
        if (!Detects)
        {
            Assert.Equal(LabelSets.Select(set => new TensorShape(TensorShape.Batch, set.Classes.Length)), Shapes(graph));
            return;
        }
        var shapes = Shapes(graph).ToList();
        Assert.Equal([shapes[0], new TensorShape(TensorShape.Batch, shapes[0][1], 4)], shapes);
        Assert.Equal(LabelSets[0].Classes.Length + 1, shapes[0][2]);
    }

    /// <summary>Probabilities add up to 1, those of a softmax at least.</summary>
    /// <param name="sample">The model's outputs for one image, side by side.</param>
    public void CheckProbabilities(NetworkGraph graph, float[] sample)
    {
        int start = 0;
        foreach (var name in graph.Outputs)
        {
            var shape = graph.TypeOf(name).Shape;
            var values = sample[start..(start += (int)shape.ElementCount)];
            if (graph.GetNode(name).Op is Softmax)
                Assert.All(values.Chunk((int)shape.Sizes[^1]), probabilities => Assert.Equal(1, probabilities.Sum(), 1e-5f));
            else if (graph.GetNode(name).Op is Sigmoid)
                Assert.All(values, probability => Assert.InRange(probability, 0, 1));
            Assert.All(values, value => Assert.True(float.IsFinite(value)));
        }
    }

    private static IEnumerable<TensorShape> Shapes(NetworkGraph graph) => graph.Outputs.Select(name => graph.TypeOf(name).Shape);

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
