using System.Collections.Immutable;
using Tao.Data.Classification;
using Tao.Engine.Artifacts;
using Tao.Graph;
using Tao.Graph.Ops;

namespace Tao.Engine.Tests.Artifacts;

/// <summary>A two-layer network with weights, and an artifact of it with every kind of part.</summary>
internal static class TinyModel
{
    public static Model Create()
    {
        var builder = new GraphBuilder("tiny");
        var value = builder.Input("input", TensorType.Image(3, 4, 4));
        value = builder.Add("conv", new Conv2d(4, 3, 3), value);
        value = builder.Add("relu", new Relu(), value);
        value = builder.Add("pool", new GlobalAveragePool(), value);
        value = builder.Add("flatten", new Flatten(), value);
        var graph = builder.Build(builder.Add("predictions", new Linear(2), value));
        return new Model(graph, WeightInitializer.Create(graph, 7));
    }

    public static ModelArtifact Artifact(Model? model = null) =>
        new(new ArtifactManifest("classification", "spec hash", ulong.MaxValue, "0.1.0"), model ?? Create());

    public static ModelArtifact FullArtifact()
    {
        var artifact = Artifact();
        return artifact with
        {
            Manifest = artifact.Manifest with
            {
                ParentSha256 = "00ff",
                Metrics = artifact.Manifest.Metrics.Add("val_acc", 0.1).Add("loss", double.NaN),
            },
            LabelSets = LabelSet.Single(["cat", "Größe", ""]),
            PreprocessingJson = """{"height":224}""",
            OptimizerState = artifact.Model.Weights,
            TrainingStateJson = """{"epoch":3}""",
            ExtraParts = artifact.ExtraParts.Add("tokenizer.txt", new byte[] { 1, 2 }).Add("a", ReadOnlyMemory<byte>.Empty),
        };
    }
}
