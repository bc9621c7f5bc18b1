using System.Collections.Immutable;
using Tao.Specs;

namespace Tao.Networks.Classification;

[SpecMessage("RegConfig", Doc = "Penalty on the kernels of convolutions and dense layers.")]
public sealed record ClassificationRegConfig : ISpecRules
{
    private const string _none = "None";

    [SpecField("type", Number = 1, Required = true, Values = ["L1", "L2", _none], IgnoreCase = true, Doc = "loss += w * sum |k| (L1) or w * sum k^2 (L2).")]
    public string Type { get; init; } = _none;

    [SpecField("scope", Number = 2, Doc = "Kinds of layers, separated by commas: Conv2D, Dense. Depthwise convolutions are never penalised.")]
    public string Scope { get; init; } = "";

    [SpecField("weight_decay", Number = 3, Min = 0, ExclusiveMax = 1, Doc = "w of the penalty.")]
    public float WeightDecay { get; init; }

    /// <summary>Whether kernels of convolutions are penalised.</summary>
    public bool AppliesToConvolutions => IsActive && Scopes.Contains("Conv2D", StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether kernels of dense layers are penalised.</summary>
    public bool AppliesToDense => IsActive && Scopes.Contains("Dense", StringComparer.OrdinalIgnoreCase);

    private bool IsActive => Type != _none;

    private ImmutableArray<string> Scopes => [.. Scope.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];

    public void Check(SpecRuleContext context)
    {
        if (!IsActive)
            return;
        if (WeightDecay <= 0)
            context.Error($"'reg_config' of type \"{Type}\" needs a 'weight_decay' between 0 and 1.", "Write for example 'weight_decay: 5e-5', or type: \"None\".", "weight_decay", "type");
        if (Scopes.IsEmpty)
            context.Error($"'reg_config' of type \"{Type}\" needs a 'scope'.", "Write scope: \"Conv2D,Dense\".", "scope", "type");
        foreach (var scope in Scopes.Where(scope => !scope.Equals("Conv2D", StringComparison.OrdinalIgnoreCase) && !scope.Equals("Dense", StringComparison.OrdinalIgnoreCase)))
            context.Warning($"The scope \"{scope}\" has no effect: only Conv2D and Dense are penalised.", "Write scope: \"Conv2D,Dense\".", "scope");
    }
}
