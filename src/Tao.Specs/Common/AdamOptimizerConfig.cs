namespace Tao.Specs.Common;

/// <summary>Absent numbers are Keras' defaults; TAO refuses proto3's zeros.</summary>
[SpecMessage("AdamOptimizerConfig", Doc = "Adam (Kingma and Ba, 2015).")]
public sealed record AdamOptimizerConfig
{
    [SpecField("epsilon", Number = 1, ExclusiveMin = 0, ZeroIsDefault = true, Doc = "Added to the root of the second moment.")]
    public float Epsilon { get; init; } = 1e-7f;

    [SpecField("beta1", Number = 2, ExclusiveMin = 0, ExclusiveMax = 1, ZeroIsDefault = true, Doc = "Decay of the first moment.")]
    public float Beta1 { get; init; } = 0.9f;

    [SpecField("beta2", Number = 3, ExclusiveMin = 0, ExclusiveMax = 1, ZeroIsDefault = true, Doc = "Decay of the second moment.")]
    public float Beta2 { get; init; } = 0.999f;

    [SpecField("amsgrad", Number = 4, Doc = "Divide by the largest second moment so far (Reddi et al., 2018).")]
    public bool Amsgrad { get; init; }
}
