using System.Collections.Immutable;

namespace Tao.Graph;

/// <summary>One application of an op. A node has one output, which bears the node's name.</summary>
public sealed record Node(string Name, OpDefinition Op, ImmutableArray<string> Inputs)
{
    private readonly string? _parameterScope;

    /// <summary>Prefix of the parameters' names; equal to <see cref="Name"/> unless nodes share their parameters.</summary>
    public string ParameterScope
    {
        get => _parameterScope ?? Name;
        init => _parameterScope = value == Name ? null : value;
    }

    /// <summary>True when the parameters are not trained (TAO's <c>freeze_blocks</c>).</summary>
    public bool Frozen { get; init; }

    public string ParameterName(ParameterSpec parameter) => $"{ParameterScope}.{parameter.Name}";

    public bool Equals(Node? other) =>
        other is not null && Name == other.Name && Op.Equals(other.Op) && Frozen == other.Frozen
        && ParameterScope == other.ParameterScope && Inputs.AsSpan().SequenceEqual(other.Inputs.AsSpan());

    public override int GetHashCode() => HashCode.Combine(Name, Op, Frozen, ParameterScope, Inputs.Length);
}
