using Tao.Graph;
using Tao.Networks.Backbones;

namespace Tao.Networks.Tests.Backbones;

public sealed class BackboneCatalogTests
{
    private static readonly BackboneOptions _torchvision = new()
    {
        Activation = "relu6", RetainHead = true, ClassCount = 1000, Dropout = 0.2, BatchNormEpsilon = 1e-5, BatchNormMomentum = 0.9,
    };

    public static TheoryData<string, string, BackboneOptions> Goldens => new()
    {
        { "resnet10_bias_no_batch_norm", "resnet", new() { Layers = 10, UseBias = true, UseBatchNorm = false } },
        { "resnet18_pooling_all_projections_frozen_0_1", "resnet", new() { Layers = 18, AllProjections = true, FreezeBlocks = [0, 1] } },
        { "resnet18_no_pooling_mish", "resnet", new() { Layers = 18, UsePooling = false, Activation = "mish" } },
        { "resnet18_pooling_mish", "resnet", new() { Layers = 18, Activation = "mish" } },
        { "resnet34", "resnet", new() { Layers = 34 } },
        { "resnet50_head", "resnet", new() { Layers = 50, RetainHead = true, ClassCount = 10 } },
        { "resnet101", "resnet", new() { Layers = 101 } },
        { "mobilenet_v2_torchvision", "mobilenet_v2", _torchvision },
        { "mobilenet_v2_stride16_all_projections_frozen_2", "mobilenet_v2", new() { Stride = 16, AllProjections = true, FreezeBlocks = [2] } },
        { "vgg16_pooling", "vgg", new() { Layers = 16 } },
        { "vgg19_no_pooling_head", "vgg", new() { Layers = 19, UsePooling = false, RetainHead = true, ClassCount = 10, Dropout = 0.5, FreezeBlocks = [1] } },
        { "alexnet_head", "alexnet", new() { RetainHead = true, ClassCount = 10, Dropout = 0.5, UseBias = true, UseBatchNorm = false } },
        { "googlenet", "googlenet", new() { FreezeBlocks = [0, 7] } },
        { "googlenet_head", "googlenet", new() { RetainHead = true, ClassCount = 10, Dropout = 0.4 } },
        { "mobilenet_v1", "mobilenet_v1", new() { FreezeBlocks = [0, 13] } },
        { "mobilenet_v1_stride16", "mobilenet_v1", new() { Stride = 16 } },
        { "darknet19", "darknet", new() { Layers = 19 } },
        { "darknet53_all_projections", "darknet", new() { Layers = 53, AllProjections = true } },
        { "cspdarknet19_mish", "cspdarknet", new() { Layers = 19, Activation = "mish" } },
        { "cspdarknet53", "cspdarknet", new() { Layers = 53 } },
        { "cspdarknet_tiny", "cspdarknet_tiny", new() { FreezeBlocks = [0, 5] } },
        { "efficientnet_b0_head", "efficientnet_b0", new() { RetainHead = true, ClassCount = 10, FreezeBlocks = [1] } },
        { "efficientnet_b3", "efficientnet_b3", new() },
        { "squeezenet_head", "squeezenet", new() { RetainHead = true, ClassCount = 10, Dropout = 0.5, FreezeBlocks = [0, 8] } },
    };

    [Theory]
    [MemberData(nameof(Goldens))]
    public void Graph_is_the_reviewed_one(string golden, string backbone, BackboneOptions options) =>
        GoldenFile.Verify($"Golden/{golden}.txt", BackboneGraphs.Print(BackboneGraphs.Build(backbone, options)));

    /// <summary>
    /// Published counts of torchvision's models (its documentation's "num_params"). Ours has projections on the first unit of ResNet-18's
    /// and 34's block 1, which torchvision's has not: a 64×64 kernel and 64 + 64 numbers of the batch norm.
    /// </summary>
    [Theory]
    [InlineData("mobilenet_v2", 0, 3_504_872)]
    [InlineData("squeezenet", 0, 1_248_424)]
    [InlineData("resnet", 18, 11_689_512 + 64 * 64 + 128)]
    [InlineData("resnet", 34, 21_797_672 + 64 * 64 + 128)]
    [InlineData("resnet", 50, 25_557_032)]
    [InlineData("resnet", 101, 44_549_160)]
    [InlineData("resnet", 152, 60_192_808)]
    public void Trainable_parameters_are_as_published(string backbone, int layers, long expected) =>
        Assert.Equal(expected, BackboneGraphs.Build(backbone, _torchvision with { Layers = layers }).ParameterCount());

    /// <summary>
    /// The paper's or the authors' models, at the image size they are counted with. VGG and EfficientNet: torchvision's documentation. AlexNet:
    /// without groups, as on one processor. MobileNet: Keras' documentation. DarkNet-53 and CSPDarkNet-53: their layers under a head of 1000
    /// classes, as published with their weights.
    /// </summary>
    [Theory]
    [InlineData("vgg", 16, true, false, 224, 138_357_544)]
    [InlineData("vgg", 16, true, true, 224, 138_365_992)]
    [InlineData("vgg", 19, true, false, 224, 143_667_240)]
    [InlineData("vgg", 19, true, true, 224, 143_678_248)]
    [InlineData("alexnet", 0, true, false, 227, 62_378_344)]
    [InlineData("googlenet", 0, true, false, 224, 6_998_552)]
    [InlineData("mobilenet_v1", 0, false, true, 224, 4_231_976)]
    [InlineData("darknet", 53, false, true, 224, 41_609_928)]
    [InlineData("cspdarknet", 53, false, true, 224, 27_642_184)]
    [InlineData("efficientnet_b0", 0, false, true, 224, 5_288_548)]
    [InlineData("efficientnet_b1", 0, false, true, 240, 7_794_184)]
    [InlineData("efficientnet_b2", 0, false, true, 260, 9_109_994)]
    [InlineData("efficientnet_b3", 0, false, true, 300, 12_233_232)]
    [InlineData("efficientnet_b4", 0, false, true, 380, 19_341_616)]
    [InlineData("efficientnet_b5", 0, false, true, 456, 30_389_784)]
    [InlineData("efficientnet_b6", 0, false, true, 528, 43_040_704)]
    [InlineData("efficientnet_b7", 0, false, true, 600, 66_347_960)]
    public void Parameters_are_the_published_ones(string backbone, int layers, bool bias, bool batchNorm, int size, long expected)
    {
        var options = new BackboneOptions { Layers = layers, UseBias = bias, UseBatchNorm = batchNorm, RetainHead = true, ClassCount = 1000 };
        Assert.Equal(expected, BackboneGraphs.Build(backbone, options, size).ParameterCount());
    }

    [Theory]
    [InlineData("mobilenet_v2", 0, "mobilenet_v2", "")]
    [InlineData("squeezenet", 0, "squeezenet1_0", "")]
    [InlineData("resnet", 18, "resnet18", "block_1a_conv_shortcut block_1a_bn_shortcut")]
    [InlineData("resnet", 34, "resnet34", "block_1a_conv_shortcut block_1a_bn_shortcut")]
    [InlineData("resnet", 50, "resnet50", "")]
    [InlineData("resnet", 101, "resnet101", "")]
    public void Every_key_of_torchvision_is_matched_in_name_and_shape(string backbone, int layers, string listing, string unmatched)
    {
        var graph = BackboneGraphs.Build(backbone, _torchvision with { Layers = layers });
        var names = BackboneCatalog.Find(backbone)!.TorchvisionNames(graph);
        var shapes = graph.Parameters().ToDictionary(parameter => parameter.Name, parameter => parameter.Spec.Shape);

        Assert.Equal(
            GoldenFile.Lines($"Torchvision/{listing}.txt").Order(StringComparer.Ordinal),
            names.Select(name => $"{name.Value} {shapes[name.Key]}").Order(StringComparer.Ordinal));
        Assert.Equal(
            unmatched.Split(' ', StringSplitOptions.RemoveEmptyEntries).Order(),
            shapes.Keys.Except(names.Keys).Select(name => name[..name.LastIndexOf('.')]).Distinct().Order());
    }

    [Fact]
    public void All_projections_have_no_counterpart_in_torchvision()
    {
        var graph = BackboneGraphs.Build("resnet", new() { Layers = 18, AllProjections = true });
        var names = BackboneCatalog.Find("resnet")!.TorchvisionNames(graph);

        Assert.DoesNotContain("block_1b_conv_shortcut.weight", names.Keys);
        Assert.Equal("layer2.0.downsample.0.weight", names["block_2a_conv_shortcut.weight"]);
        Assert.Equal("layer2.0.downsample.1.running_var", names["block_2a_bn_shortcut.running_var"]);
        Assert.Contains("block_4b_conv_shortcut.weight", graph.Parameters().Select(parameter => parameter.Name));
    }

    [Theory]
    [InlineData("resnet", true, 32, "4=?x64x56x56 8=?x128x28x28 16=?x256x14x14 32=?x512x7x7")]
    [InlineData("resnet", false, 32, "4=?x64x56x56 8=?x128x28x28 16=?x512x14x14")]
    [InlineData("mobilenet_v2", true, 32, "4=?x24x56x56 8=?x32x28x28 16=?x96x14x14 32=?x1280x7x7")]
    [InlineData("mobilenet_v2", true, 16, "4=?x24x56x56 8=?x32x28x28 16=?x96x14x14")]
    [InlineData("squeezenet", true, 32, "4=?x256x54x54 8=?x512x27x27 16=?x512x13x13")]
    [InlineData("vgg", true, 32, "4=?x256x56x56 8=?x512x28x28 16=?x512x14x14")]
    [InlineData("vgg", false, 32, "4=?x256x56x56 8=?x512x28x28 16=?x512x14x14")]
    [InlineData("alexnet", true, 32, "4=?x96x54x54 8=?x256x26x26 16=?x256x12x12")]
    [InlineData("googlenet", true, 32, "4=?x192x56x56 8=?x480x28x28 16=?x1024x14x14")]
    [InlineData("mobilenet_v1", true, 32, "4=?x128x56x56 8=?x256x28x28 16=?x512x14x14 32=?x1024x7x7")]
    [InlineData("mobilenet_v1", true, 16, "4=?x128x56x56 8=?x256x28x28 16=?x512x14x14")]
    [InlineData("darknet", true, 32, "4=?x128x56x56 8=?x256x28x28 16=?x512x14x14 32=?x1024x7x7")]
    [InlineData("cspdarknet", true, 32, "4=?x128x56x56 8=?x256x28x28 16=?x512x14x14 32=?x1024x7x7")]
    [InlineData("cspdarknet_tiny", true, 32, "4=?x64x56x56 8=?x128x28x28 16=?x256x14x14 32=?x512x7x7")]
    [InlineData("efficientnet_b0", true, 32, "4=?x24x56x56 8=?x40x28x28 16=?x112x14x14 32=?x1280x7x7")]
    public void Features_of_every_stride_are_tapped(string name, bool pooling, int stride, string expected)
    {
        var builder = new GraphBuilder(name);
        var input = builder.Input("input_1", TensorType.Image(3, 224, 224));
        var features = BackboneCatalog.Find(name)!.Append(builder, input, BackboneGraphs.Fitting(BackboneCatalog.Find(name)!, new() { UsePooling = pooling, Stride = stride }));
        var graph = builder.Build(features.Output);

        var byStride = features.ByStride.Where(feature => feature.Key > 2).ToList();
        Assert.Equal(expected, string.Join(' ', byStride.Select(feature => $"{feature.Key}={graph.TypeOf(feature.Value).Shape}")));
        Assert.All(features.ByStride, feature => Assert.Equal(feature.Value, graph.Taps[$"stride{feature.Key}"]));
        Assert.Equal(features.Output, byStride[^1].Value);
        Assert.Null(features.Logits);
    }

    [Fact]
    public void Freeze_blocks_freeze_convolutions_of_the_block_and_no_batch_norm()
    {
        foreach (var backbone in BackboneCatalog.All)
        {
            foreach (var block in backbone.FreezeBlocks)
            {
                var graph = BackboneGraphs.Build(backbone.Name, new() { FreezeBlocks = [block] });
                Assert.Contains(graph.Nodes, node => node.Frozen);
                Assert.DoesNotContain(graph.Nodes, node => node.Frozen && node.Op.Name == "BatchNorm");
                Assert.Contains(graph.Nodes, node => !node.Frozen && node.Op.Name == "Conv2d");
            }
            var all = BackboneGraphs.Build(backbone.Name, new() { FreezeBlocks = backbone.FreezeBlocks });
            Assert.All(all.Nodes.Where(node => node.Op.Name is "Conv2d" or "DepthwiseConv2d"), node => Assert.True(node.Frozen));
        }
    }

    [Fact]
    public void Freeze_batch_norm_freezes_every_one()
    {
        var graph = BackboneGraphs.Build("mobilenet_v2", new() { FreezeBatchNorm = true, BatchNormMomentum = 0.99, BatchNormEpsilon = 1e-3 });
        var batchNorms = graph.Nodes.Select(node => node.Op).OfType<Tao.Graph.Ops.BatchNorm>().ToList();

        Assert.NotEmpty(batchNorms);
        Assert.All(batchNorms, batchNorm => Assert.Equal(new Tao.Graph.Ops.BatchNorm(1e-3, 0.99, Frozen: true), batchNorm));
    }

    [Theory]
    [InlineData("resnet", 20, 32, "relu", "ResNet-20")]
    [InlineData("mobilenet_v2", 18, 8, "relu", "not 8")]
    [InlineData("squeezenet", 18, 32, "rleu", "leaky_relu")]
    public void What_does_not_exist_is_refused_with_what_does(string name, int layers, int stride, string activation, string expected)
    {
        var exception = Assert.Throws<GraphException>(() =>
            BackboneGraphs.Build(name, new() { Layers = layers, Stride = stride, Activation = activation }));
        Assert.Contains(expected, exception.Message);
    }

    [Fact]
    public void Every_depth_builds_at_the_smallest_input_and_in_gray()
    {
        foreach (var layers in ResNet.Depths)
        {
            var builder = new GraphBuilder("gray");
            var features = ResNet.Append(builder, builder.Input("input_1", TensorType.Image(1, 16, 16)), new() { Layers = layers });
            Assert.Equal("conv1.weight", builder.Build(features.Output).Parameters().First().Name);
        }
    }
}
