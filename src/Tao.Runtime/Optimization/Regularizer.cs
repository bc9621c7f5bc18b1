using System.Collections.Immutable;
using Tao.Graph;

namespace Tao.Runtime.Optimization;

/// <summary>Penalty on kernels, added to the loss: w·Σ|k| (L1) or w·Σk² (L2, no factor ½), as Keras has it.</summary>
/// <param name="OpNames">Ops whose kernels count, by op name: TAO's scopes <c>Conv2D</c> and <c>Dense</c> are Conv2d and Linear.</param>
public sealed record Regularizer(RegularizerKind Kind, double Weight, ImmutableHashSet<string> OpNames)
{
    public static Regularizer None { get; } = new(RegularizerKind.None, 0, []);

    public bool AppliesTo(Node node, ParameterSpec parameter) =>
        Kind != RegularizerKind.None && parameter.Role == ParameterRole.Kernel && OpNames.Contains(node.Op.Name);
}

public enum RegularizerKind
{
    None,
    L1,
    L2,
}
