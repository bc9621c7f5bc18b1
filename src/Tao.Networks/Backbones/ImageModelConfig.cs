using System.Collections.Immutable;
using Tao.Specs;

namespace Tao.Networks.Backbones;

[SpecMessage("ModelConfig", Doc = "Backbone, input size and head of the network.")]
public sealed record ImageModelConfig : ISpecRules
{
    // TAO's specs go no deeper than this, though the template does.
    [SpecField("arch", Number = 1, Required = true, Doc = "Backbone.", Values =
    [
        "resnet", "vgg", "alexnet", "googlenet", "mobilenet_v1", "mobilenet_v2", "squeezenet", "darknet", "cspdarknet", "cspdarknet_tiny",
        "efficientnet_b0", "efficientnet_b1", "efficientnet_b2", "efficientnet_b3", "efficientnet_b4", "efficientnet_b5", "efficientnet_b6", "efficientnet_b7",
    ])]
    public string Arch { get; init; } = "";

    [SpecField("input_image_size", Number = 2, Required = true, Doc = "\"C,H,W\": channels (1 or 3), height and width in pixels (at least 16).")]
    public string InputImageSize { get; init; } = "";

    [SpecField("n_layers", Number = 3, ZeroIsDefault = true, Doc = "Depth of the backbone; read by resnet, vgg, darknet and cspdarknet.")]
    public uint NLayers { get; init; } = 18;

    [SpecField("retain_head", Number = 4, Doc = "Use the backbone's own head instead of average pooling and one dense layer.")]
    public bool RetainHead { get; init; }

    [SpecField("use_batch_norm", Number = 5, Doc = "Batch normalisation after each convolution.")]
    public bool UseBatchNorm { get; init; }

    [SpecField("use_bias", Number = 6, Doc = "Biases in the convolutions.")]
    public bool UseBias { get; init; }

    [SpecField("use_pooling", Number = 7, Doc = "ResNet and VGG: reduce by max pooling, where otherwise convolutions stride.")]
    public bool UsePooling { get; init; }

    [SpecField("all_projections", Number = 8, Doc = "A 1x1 convolution on every shortcut, also where the shapes agree.")]
    public bool AllProjections { get; init; }

    [SpecField("freeze_bn", Number = 9, Doc = "Batch normalisation uses its moving statistics in training; its scale and shift still learn.")]
    public bool FreezeBn { get; init; }

    [SpecField("freeze_blocks", Number = 10, Doc = "Numbers of the blocks whose convolutions do not learn.")]
    public ImmutableArray<uint> FreezeBlocks { get; init; } = [];

    [SpecField("dropout", Number = 11, Min = 0, ExclusiveMax = 1, Doc = "Dropout rate of the backbone's own head.")]
    public float Dropout { get; init; }

    [SpecField("resize_interpolation_method", Number = 12, Doc = "Filter that resizes the images.")]
    public ResizeMethod ResizeInterpolationMethod { get; init; }

    [SpecField("batch_norm_config", Number = 13, Doc = "Momentum and epsilon of every batch normalisation; absent: 0.9 and 1e-5.")]
    public BatchNormConfig? BatchNormConfig { get; init; }

    [SpecField("activation", Number = 14, Doc = "Activation of the backbone; absent: the backbone's own. TAO reads it for cspdarknet and efficientnet only.")]
    public ActivationConfig? Activation { get; init; }

    [SpecField("byom_model", Number = 15, Path = true, Ignored = "no TAO release reads it in this network.", Doc = "A bring-your-own-model archive.")]
    public string ByomModel { get; init; } = "";

    [SpecField("use_imagenet_head", Retired = "the ImageNet-style head is gone.")]
    public bool UseImagenetHead { get; init; }

    /// <summary>The input's shape. Only for a spec that was bound without errors.</summary>
    public ImageSize ImageSize =>
        ImageSize.TryParse(InputImageSize) ?? throw new InvalidOperationException($"'{InputImageSize}' was not checked.");

    /// <summary>TAO's stem of file names: the backbone, and its depth where that is a choice.</summary>
    public string FileStem => BackboneChecks.DepthsOf(Arch).Length > 0 ? FormattableString.Invariant($"{Arch}{NLayers}") : Arch;

    /// <param name="classCount">Width of the backbone's own head.</param>
    internal BackboneOptions ToOptions(int classCount) => new()
    {
        Layers = (int)NLayers,
        UseBias = UseBias,
        UseBatchNorm = UseBatchNorm,
        AllProjections = AllProjections,
        UsePooling = UsePooling,
        FreezeBatchNorm = FreezeBn,
        FreezeBlocks = [.. FreezeBlocks.Select(block => (int)block)],
        Activation = Activation?.ActivationType is { Length: > 0 } activation ? activation : null,
        BatchNormMomentum = BatchNormConfig?.Momentum ?? 0.9,
        BatchNormEpsilon = BatchNormConfig?.Epsilon ?? 1e-5,
        Dropout = Dropout,
        RetainHead = RetainHead,
        ClassCount = classCount,
    };

    public void Check(SpecRuleContext context)
    {
        BackboneChecks.Depth(context, (Arch, NLayers), "n_layers");
        BackboneChecks.Freezing(context, Arch, FreezeBlocks);
        if (ImageSize.TryParse(InputImageSize) is null)
            context.Error($"'input_image_size' is \"{InputImageSize}\", which is not \"C,H,W\" with C 1 or 3 and H, W at least 16.", "Write for example \"3,224,224\".", "input_image_size");
    }
}
