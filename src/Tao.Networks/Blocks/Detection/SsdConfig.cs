using System.Collections.Immutable;
using Tao.Networks.Backbones;
using Tao.Specs;

namespace Tao.Networks.Blocks.Detection;

/// <summary>The network message of ssd and dssd.</summary>
[SpecMessage("SSDConfig", Doc = "Backbone, anchors and loss.")]
public sealed record SsdConfig : ISpecRules
{
    /// <summary>Feature maps with anchors.</summary>
    public const int Maps = 6;

    [SpecField("aspect_ratios", Number = 1, Doc = "Width over height of the anchors of each of the 6 feature maps, as \"[[1.0, 2.0, 0.5], ...]\".")]
    public string AspectRatios { get; init; } = "";

    [SpecField("aspect_ratios_global", Number = 2, Doc = "Those of all feature maps, as \"[1.0, 2.0, 0.5, 3.0, 1.0/3.0]\"; read where aspect_ratios is absent.")]
    public string AspectRatiosGlobal { get; init; } = "";

    [SpecField("scales", Number = 3, Doc = "7 sizes of anchors as shares of the image's shorter side, as \"[0.05, 0.1, 0.25, 0.4, 0.55, 0.7, 0.85]\".")]
    public string Scales { get; init; } = "";

    [SpecField("min_scale", Number = 4, Min = 0, Max = 1, Doc = "With max_scale, in place of scales: 7 sizes in equal steps.")]
    public float MinScale { get; init; }

    [SpecField("max_scale", Number = 5, Min = 0, Max = 1, Doc = "See min_scale.")]
    public float MaxScale { get; init; }

    [SpecField("two_boxes_for_ar1", Number = 6, Doc = "A second square between this map's size and the next one's.")]
    public bool TwoBoxesForAr1 { get; init; }

    [SpecField("steps", Number = 7, Doc = "Pixels between the cells of each map, as \"[8, 16, ...]\" or \"[[8, 8], ...]\" (height, width); absent: image over map.")]
    public string Steps { get; init; } = "";

    [SpecField("clip_boxes", Number = 8, Doc = "Cut anchors to the image.")]
    public bool ClipBoxes { get; init; }

    [SpecField("variances", Number = 9, Required = true, Doc = "4 divisors of the offsets: centre x and y, width, height, as \"[0.1, 0.1, 0.2, 0.2]\".")]
    public string Variances { get; init; } = "";

    [SpecField("offsets", Number = 10, Doc = "Place of the first cell's centre for each map, in cells; absent: 0.5.")]
    public string Offsets { get; init; } = "";

    [SpecField("mean_color", Number = 11, Ignored = "no TAO release reads it; see image_mean.", Doc = "A mean colour.")]
    public string MeanColor { get; init; } = "";

    [SpecField("arch", Number = 12, Required = true, Doc = "Backbone.", Values =
        ["resnet", "vgg", "darknet", "mobilenet_v1", "mobilenet_v2", "squeezenet", "googlenet", "efficientnet_b0"])]
    public string Arch { get; init; } = "";

    [SpecField("nlayers", Number = 13, ZeroIsDefault = true, Doc = "Depth of the backbone; read by resnet, vgg and darknet.")]
    public uint Nlayers { get; init; } = 18;

    [SpecField("pred_num_channels", Number = 14, Doc = "Width of a residual block before each head: 256, 512 or 1024; 0: none.")]
    public uint PredNumChannels { get; init; }

    [SpecField("alpha", Number = 15, Min = 0, ZeroIsDefault = true, Doc = "Weight of the offsets in the loss.")]
    public float Alpha { get; init; } = 1;

    [SpecField("neg_pos_ratio", Number = 16, Min = 0, ZeroIsDefault = true, Doc = "Background anchors in the loss for each foreground one.")]
    public float NegPosRatio { get; init; } = 3;

    [SpecField("pos_iou_thresh", Number = 17, Min = 0, Max = 1, ZeroIsDefault = true, Doc = "Overlap from which an anchor is to find a box.")]
    public float PosIouThresh { get; init; } = 0.5f;

    [SpecField("freeze_blocks", Number = 18, Doc = "Numbers of the blocks whose convolutions do not learn.")]
    public ImmutableArray<uint> FreezeBlocks { get; init; } = [];

    [SpecField("freeze_bn", Number = 19, Doc = "Batch normalisation uses its moving statistics in training; its scale and shift still learn.")]
    public bool FreezeBn { get; init; }

    [SpecField("neg_iou_thresh", Number = 20, Min = 0, Max = 1, ZeroIsDefault = true, Doc = "Overlap from which an anchor is no background.")]
    public float NegIouThresh { get; init; } = 0.5f;

    internal BackboneOptions ToOptions() => DetectorBackbone.Options(Arch, Nlayers, FreezeBn, FreezeBlocks);

    internal AnchorLists Anchors => new(Maps, Octaves: 1)
    {
        AspectRatios = AspectRatios,
        AspectRatiosGlobal = AspectRatiosGlobal,
        Scales = Scales,
        MinScale = MinScale,
        MaxScale = MaxScale,
        TwoBoxesForAr1 = TwoBoxesForAr1,
        Steps = Steps,
        ClipBoxes = ClipBoxes,
        Variances = Variances,
        Offsets = Offsets,
    };

    public void Check(SpecRuleContext context)
    {
        BackboneChecks.Depth(context, (Arch, Nlayers), "nlayers");
        BackboneChecks.Freezing(context, Arch, FreezeBlocks);
        if (PredNumChannels is not (0 or 256 or 512 or 1024))
            context.Error($"'pred_num_channels' is {PredNumChannels}.", "Use 256, 512 or 1024, or 0 for no prediction blocks.", "pred_num_channels");
        if (NegIouThresh > PosIouThresh)
            context.Error(FormattableString.Invariant($"'neg_iou_thresh' is {NegIouThresh}, more than 'pos_iou_thresh', {PosIouThresh}."), "Lower it.", "neg_iou_thresh", "pos_iou_thresh");
        SsdAnchors.Check(Anchors, context);
    }
}
