namespace Tao.Specs.Common;

[SpecMessage("RegularizerConfig", Doc = "Penalty on the kernels of convolutions and dense layers.")]
public sealed record RegularizerConfig : ISpecRules
{
    [SpecField("type", Number = 1, Doc = "loss += w * sum |k| (L1) or w * sum k^2 (L2).")]
    public RegularizerType Type { get; init; }

    [SpecField("weight", Number = 2, Min = 0, ExclusiveMax = 1, Doc = "w of the penalty.")]
    public float Weight { get; init; }

    public void Check(SpecRuleContext context)
    {
        if (Type != RegularizerType.NoReg && Weight <= 0)
            context.Error("This 'regularizer' needs a 'weight' between 0 and 1.", "Write for example 'weight: 3e-5', or type: NO_REG.", "weight", "type");
    }
}
