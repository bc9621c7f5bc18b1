using System.Collections.Immutable;

namespace Tao.Engine.Pretrained;

/// <summary>What else than equal names lets a file's tensor stand for a parameter, and which parameters may differ.</summary>
public sealed record WeightMatchOptions
{
    public static WeightMatchOptions Default { get; } = new();

    /// <summary>Tables "parameter's name → tensor's name in the file", tried in order after the parameter's own name.</summary>
    public ImmutableArray<IReadOnlyDictionary<string, string>> Aliases { get; init; } = [];

    /// <summary>Parameter scopes of the task's head, which keep their initial values when the file has another shape or none.</summary>
    public ImmutableHashSet<string> HeadNodes { get; init; } = ["predictions"];
}
