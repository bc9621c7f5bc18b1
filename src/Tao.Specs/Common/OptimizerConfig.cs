namespace Tao.Specs.Common;

/// <summary>Exactly one member is set in a spec that was bound without errors.</summary>
[SpecMessage("OptimizerConfig", Doc = "One of the optimisers.")]
public sealed record OptimizerConfig : ISpecRules
{
    [SpecField("adam", Number = 1, OneOf = "optimizer", Doc = "Adam.")]
    public AdamOptimizerConfig? Adam { get; init; }

    [SpecField("sgd", Number = 2, OneOf = "optimizer", Doc = "Stochastic gradient descent.")]
    public SgdOptimizerConfig? Sgd { get; init; }

    [SpecField("rmsprop", Number = 3, OneOf = "optimizer", Doc = "RMSprop. TAO's reader refuses it by a mistake of its own.")]
    public RmspropOptimizerConfig? Rmsprop { get; init; }

    public void Check(SpecRuleContext context)
    {
        if (Adam is null && Sgd is null && Rmsprop is null)
            context.Error("'optimizer' names no optimiser.", "Write for example 'optimizer { sgd { momentum: 0.9 } }'.", "adam", "sgd", "rmsprop");
    }
}
