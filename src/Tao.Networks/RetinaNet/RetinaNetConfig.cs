using System.Collections.Immutable;
using Tao.Networks.Backbones;
using Tao.Networks.Blocks.Detection;
using Tao.Specs;

namespace Tao.Networks.RetinaNet;

/// <summary>The network message of retinanet.</summary>
[SpecMessage("RetinaNetConfig", Doc = "Backbone, pyramid, anchors and loss.")]
public sealed record RetinaNetConfig : ISpecRules
{
    /// <summary>Levels of the pyramid with anchors, P3 to P7.</summary>
    public const int Levels = 5;

    [SpecField("aspect_ratios", Number = 1, Doc = "Width over height of the anchors of each of the 5 levels, as \"[[1.0, 2.0, 0.5], ...]\"; as many on each.")]
    public string AspectRatios { get; init; } = "";

    [SpecField("aspect_ratios_global", Number = 2, Required = true, Doc = "Those of all levels, as \"[1.0, 2.0, 0.5]\"; read where aspect_ratios is absent.")]
    public string AspectRatiosGlobal { get; init; } = "";

    [SpecField("scales", Number = 3, Required = true, Doc = "6 sizes of anchors as shares of the image's shorter side, as \"[0.045, 0.09, 0.2, 0.4, 0.55, 0.7]\".")]
    public string Scales { get; init; } = "";

    [SpecField("min_scale", Number = 4, Ignored = "TAO requires scales, which come first.", Doc = "Smallest size.")]
    public float MinScale { get; init; }

    [SpecField("max_scale", Number = 5, Ignored = "TAO requires scales, which come first.", Doc = "Largest size.")]
    public float MaxScale { get; init; }

    [SpecField("two_boxes_for_ar1", Number = 6, Doc = "A second square between this level's size and the next one's.")]
    public bool TwoBoxesForAr1 { get; init; }

    [SpecField("steps", Number = 7, Doc = "Pixels between the cells of each level, as \"[8, 16, 32, 64, 128]\"; absent: image over map.")]
    public string Steps { get; init; } = "";

    [SpecField("clip_boxes", Number = 8, Doc = "Cut anchors to the image.")]
    public bool ClipBoxes { get; init; }

    [SpecField("variances", Number = 9, Required = true, Doc = "4 divisors of the offsets: centre x and y, width, height, as \"[0.1, 0.1, 0.2, 0.2]\".")]
    public string Variances { get; init; } = "";

    [SpecField("offsets", Number = 10, Doc = "Place of the first cell's centre on each level, in cells; absent: 0.5.")]
    public string Offsets { get; init; } = "";

    [SpecField("mean_color", Number = 11, Ignored = "no TAO release reads it; see image_mean.", Doc = "A mean colour.")]
    public string MeanColor { get; init; } = "";

    [SpecField("arch", Number = 12, Required = true, Doc = "Backbone.", Values =
        ["resnet", "vgg", "darknet", "mobilenet_v1", "mobilenet_v2", "squeezenet", "googlenet", "efficientnet_b0"])]
    public string Arch { get; init; } = "";

    [SpecField("loss_loc_weight", Number = 13, Required = true, Min = 0, Doc = "Weight of the offsets in the loss.")]
    public float LossLocWeight { get; init; }

    [SpecField("focal_loss_alpha", Number = 14, Required = true, ExclusiveMin = 0, ExclusiveMax = 1, Doc = "Weight of the foreground; the rest is the background's.")]
    public float FocalLossAlpha { get; init; }

    [SpecField("focal_loss_gamma", Number = 15, Required = true, ExclusiveMin = 0, Doc = "How much less a sure answer counts.")]
    public float FocalLossGamma { get; init; }

    /// <summary>NVIDIA's schema has floats here; specs write whole numbers.</summary>
    [SpecField("freeze_blocks", Number = 16, Min = 0, Doc = "Numbers of the blocks whose convolutions do not learn.")]
    public ImmutableArray<float> FreezeBlocks { get; init; } = [];

    [SpecField("freeze_bn", Number = 17, Doc = "Batch normalisation uses its moving statistics in training; its scale and shift still learn.")]
    public bool FreezeBn { get; init; }

    [SpecField("nlayers", Number = 18, ZeroIsDefault = true, Doc = "Depth of the backbone; read by resnet, vgg and darknet.")]
    public uint Nlayers { get; init; } = 18;

    [SpecField("n_kernels", Number = 19, Required = true, Min = 1, Doc = "Convolutions of each head before its last.")]
    public uint NKernels { get; init; }

    [SpecField("feature_size", Number = 20, Required = true, Min = 2, Doc = "Channels of the pyramid and the heads.")]
    public uint FeatureSize { get; init; }

    [SpecField("pos_iou_thresh", Number = 21, Min = 0, Max = 1, ZeroIsDefault = true, Doc = "Overlap from which an anchor is to find a box.")]
    public float PosIouThresh { get; init; } = 0.5f;

    [SpecField("neg_iou_thresh", Number = 22, Min = 0, Max = 1, ZeroIsDefault = true, Doc = "Overlap from which an anchor is no background.")]
    public float NegIouThresh { get; init; } = 0.4f;

    [SpecField("n_anchor_levels", Number = 23, Required = true, Min = 1, Doc = "Sizes of each anchor: 2^(k/n) of its own.")]
    public uint NAnchorLevels { get; init; }

    internal AnchorLists Anchors => new(Levels, (int)NAnchorLevels)
    {
        AspectRatios = AspectRatios,
        AspectRatiosGlobal = AspectRatiosGlobal,
        Scales = Scales,
        MinScale = 0,
        MaxScale = 0,
        TwoBoxesForAr1 = TwoBoxesForAr1,
        Steps = Steps,
        ClipBoxes = ClipBoxes,
        Variances = Variances,
        Offsets = Offsets,
    };

    internal ImmutableArray<uint> Blocks => [.. FreezeBlocks.Select(block => (uint)block)];

    public void Check(SpecRuleContext context)
    {
        BackboneChecks.Depth(context, (Arch, Nlayers), "nlayers");
        BackboneChecks.Freezing(context, Arch, Blocks);
        if (NegIouThresh > PosIouThresh)
            context.Error(FormattableString.Invariant($"'neg_iou_thresh' is {NegIouThresh}, more than 'pos_iou_thresh', {PosIouThresh}."), "Lower it.", "neg_iou_thresh", "pos_iou_thresh");
        SsdAnchors.Check(Anchors, context);
    }
}
