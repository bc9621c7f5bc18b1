using System.Collections.Immutable;

namespace Tao.Networks.Backbones;

/// <summary>What a spec may say about a backbone; the names are TAO's. A backbone ignores what it has no use for.</summary>
public sealed record BackboneOptions
{
    /// <summary>Depth (TAO's <c>n_layers</c>), one of <see cref="Backbone.Depths"/>; ignored by backbones of one depth.</summary>
    public int Layers { get; init; } = 18;

    /// <summary>Biases on convolutions; as in TAO, whether or not a batch norm follows. SqueezeNet always has them.</summary>
    public bool UseBias { get; init; }

    public bool UseBatchNorm { get; init; } = true;

    /// <summary>A 1×1 convolution on every shortcut, so that pruning may cut the residual stream too.</summary>
    public bool AllProjections { get; init; }

    /// <summary>ResNet: max pooling after the first convolution (total stride 32) instead of strides in the blocks (16).</summary>
    public bool UsePooling { get; init; } = true;

    /// <summary>Batch norms use their moving statistics in training too.</summary>
    public bool FreezeBatchNorm { get; init; }

    /// <summary>Blocks, of <see cref="Backbone.FreezeBlocks"/>, whose convolutions are not trained. Their batch norms are.</summary>
    public ImmutableArray<int> FreezeBlocks { get; init; } = [];

    /// <summary>One of <see cref="Activations.Names"/>; null for the backbone's own.</summary>
    public string? Activation { get; init; }

    /// <summary>Keras's meaning: running = momentum · running + (1 − momentum) · batch.</summary>
    public double BatchNormMomentum { get; init; } = 0.9;

    public double BatchNormEpsilon { get; init; } = 1e-5;

    /// <summary>Rate of the dropout in the backbone's own head.</summary>
    public double Dropout { get; init; }

    /// <summary>Append the backbone's own classification head, which gives <see cref="BackboneFeatures.Logits"/>.</summary>
    public bool RetainHead { get; init; }

    /// <summary>Width of that head.</summary>
    public int ClassCount { get; init; }

    /// <summary>MobileNetV2: total stride, 16 or 32.</summary>
    public int Stride { get; init; } = 32;
}
