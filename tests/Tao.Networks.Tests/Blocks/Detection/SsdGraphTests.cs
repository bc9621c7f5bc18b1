using System.Collections.Immutable;
using Tao.Graph;
using Tao.Graph.Passes;
using Tao.Graph.Verification;
using Tao.Networks.Blocks.Detection;
using Tao.Onnx;

namespace Tao.Networks.Tests.Blocks.Detection;

public sealed class SsdGraphTests
{
    /// <summary>By hand: 300 halved and rounded up, or down by backbones that pool; the first stage of the longer chains keeps the size.</summary>
    [Theory]
    [InlineData("resnet", 10, "38 19 10 5 3 2", "128 512 128 128 128 128")]
    [InlineData("resnet", 18, "38 19 10 5 3 2", "128 256 256 128 128 128")]
    [InlineData("resnet", 34, "38 19 10 5 3 2", "128 256 256 128 128 128")]
    [InlineData("resnet", 50, "38 19 10 5 3 2", "512 512 512 256 256 256")]
    [InlineData("vgg", 16, "38 19 10 5 3 2", "512 512 512 256 256 256")]
    [InlineData("darknet", 19, "37 18 18 9 5 3", "256 512 256 256 128 128")]
    [InlineData("darknet", 53, "38 19 19 10 5 3", "256 512 512 512 256 256")]
    [InlineData("mobilenet_v1", 0, "38 19 10 5 3 2", "256 512 128 128 128 128")]
    [InlineData("mobilenet_v2", 0, "38 19 10 5 3 2", "144 96 128 128 128 128")]
    [InlineData("squeezenet", 0, "36 18 9 5 3 2", "512 512 128 128 128 128")]
    [InlineData("googlenet", 0, "37 18 9 5 3 2", "480 512 512 256 256 256")]
    [InlineData("efficientnet_b0", 0, "38 19 19 10 5 3", "240 672 512 512 256 256")]
    public void Six_maps_halve_one_after_the_other(string arch, int layers, string sides, string channels)
    {
        var builder = new GraphBuilder("ssd");
        var image = builder.Input("input_1", TensorType.Image(3, 300, 300));
        var maps = SsdFeatureMaps.Append(builder, image, new SsdConfig { Arch = arch, Nlayers = (uint)layers });

        Assert.Equal(sides, string.Join(' ', maps.Select(map => builder.TypeOf(map).Shape[2])));
        Assert.Equal(channels, string.Join(' ', maps.Select(map => builder.TypeOf(map).Shape.Channels)));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(256)]
    public void A_row_of_scores_and_one_of_offsets_for_every_anchor(int width)
    {
        var graph = Build(width);

        Assert.Empty(GraphVerifier.Problems(new Model(graph, WeightInitializer.Create(graph, 1))));
        // (38² + 19² + 10² + 5² + 3² + 2²) · 6 anchors.
        const int anchors = (1444 + 361 + 100 + 25 + 9 + 4) * 6;
        Assert.Equal([new TensorShape(TensorShape.Batch, anchors, 4), new TensorShape(TensorShape.Batch, anchors, 4)], graph.Outputs.Select(name => graph.TypeOf(name).Shape));
        Assert.Equal([SsdHead.Scores, SsdHead.Offsets], graph.Outputs);
    }

    /// <summary>TAO excludes the heads by name; here they stay because their rows are told by position.</summary>
    [Fact]
    public void Pruning_leaves_the_heads_and_shrinks_the_rest()
    {
        var graph = Build(0);
        var result = new PrunePass(new PruneSettings(KeepRatio: 0.5)).Prune(new Model(graph, WeightInitializer.Create(graph, 1)));

        Assert.InRange(result.Report.PruningRatio, 0.2, 0.4);
        Assert.All(
            result.Model.Graph.Nodes.Where(node => node.Name.StartsWith("ssd_conf_", StringComparison.Ordinal) || node.Name.StartsWith("ssd_loc_", StringComparison.Ordinal)),
            node => Assert.Equal(graph.TypeOf(node.Name).Shape, result.Model.Graph.TypeOf(node.Name).Shape));
        Assert.All(
            result.Report.Layers.Where(layer => layer.Name.StartsWith("ssd_expand", StringComparison.Ordinal)), layer => Assert.Equal(layer.Total / 2, layer.Kept.Length));
    }

    [Fact]
    public void The_graph_is_written_as_onnx()
    {
        var graph = Build(0);

        // The exporter checks what it writes.
        Assert.NotEmpty(OnnxExporter.Export(new Model(graph, WeightInitializer.Create(graph, 1)), new OnnxExportOptions()).ToBytes());
    }

    private static NetworkGraph Build(int predictionChannels)
    {
        var config = new SsdConfig { Arch = "resnet", Nlayers = 18, PredNumChannels = (uint)predictionChannels };
        var builder = new GraphBuilder("ssd");
        var maps = SsdFeatureMaps.Append(builder, builder.Input("input_1", TensorType.Image(3, 300, 300)), config);
        return SsdHead.Finish(builder, maps, [.. Enumerable.Repeat(6, 6)], classes: 3, config);
    }
}
