using Tao.Engine.Pretrained;
using Tao.Graph;
using Tao.Networks.Backbones;

namespace Tao.Engine.Tests.Pretrained;

/// <summary>The published ImageNet weights meet the backbones through torchvision's names with nothing left over on either side.</summary>
public sealed class PublishedBackboneTests
{
    [Theory]
    [InlineData("mobilenet_v2", "mobilenet_v2_imagenet/mobilenet_v2_dequant_fp16.pth", 262)]
    [InlineData("squeezenet", "squeezenet1_0_imagenet/squeezenet1_0_dc.pth", 52)]
    public void Published_weights_match_completely(string backbone, string file, int parameters)
    {
        var graph = Graph(backbone, classes: 1000);
        var match = Match(graph, backbone, file);
        Assert.True(match.Report.IsComplete, match.Report.Summary());
        Assert.Equal(parameters, match.Report.Matched.Length);
        Assert.Empty(match.Report.Diagnostics());
    }

    [Fact]
    public void Another_number_of_classes_leaves_only_the_head_unmatched()
    {
        var graph = Graph("mobilenet_v2", classes: 10);
        var initial = WeightInitializer.Create(graph, 1);
        var match = Match(graph, "mobilenet_v2", "mobilenet_v2_imagenet/mobilenet_v2_dequant_fp16.pth");
        Assert.True(match.Report.BackboneFits, match.Report.Summary());
        Assert.Equal(["predictions.weight", "predictions.bias"], match.Report.ShapeMismatches.Select(mismatch => mismatch.Name));
        Assert.Equal(initial["predictions.weight"].Data.ToArray(), match.Weights["predictions.weight"].Data.ToArray());
    }

    private static WeightMatch Match(NetworkGraph graph, string backbone, string file) => WeightMatcher.Match(
        graph,
        WeightInitializer.Create(graph, 1),
        WeightSource.Open(SharedData.File($"weights/{file}")),
        new WeightMatchOptions { Aliases = [BackboneCatalog.Find(backbone)!.TorchvisionNames(graph)] });

    private static NetworkGraph Graph(string backbone, int classes)
    {
        var builder = new GraphBuilder(backbone);
        var options = new BackboneOptions { RetainHead = true, ClassCount = classes, Activation = backbone == "mobilenet_v2" ? "relu6" : null };
        var features = BackboneCatalog.Find(backbone)!.Append(builder, builder.Input("input", TensorType.Image(3, 224, 224)), options);
        return builder.Build(features.Logits!);
    }
}
