using Tao.Specs;

namespace Tao.Networks.Classification;

/// <summary>Exactly one member is set in a spec that was bound without errors.</summary>
[SpecMessage("OptimizerConfig", Doc = "One of the optimisers.")]
public sealed record ClassificationOptimizerConfig : ISpecRules
{
    [SpecField("sgd", Number = 1, OneOf = "optim", Doc = "Stochastic gradient descent.")]
    public ClassificationSgdConfig? Sgd { get; init; }

    [SpecField("adam", Number = 2, OneOf = "optim", Doc = "Adam.")]
    public ClassificationAdamConfig? Adam { get; init; }

    [SpecField("rmsprop", Number = 3, OneOf = "optim", Doc = "RMSprop.")]
    public ClassificationRmspropConfig? Rmsprop { get; init; }

    public void Check(SpecRuleContext context)
    {
        if (Sgd is null && Adam is null && Rmsprop is null)
            context.Error("'optimizer' names no optimiser.", "Write for example 'optimizer { sgd { momentum: 0.9 } }'.", "sgd", "adam", "rmsprop");
    }
}
