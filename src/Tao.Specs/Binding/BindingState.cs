namespace Tao.Specs.Binding;

/// <summary>What one binding run gathers beside the records.</summary>
internal sealed class BindingState(DiagnosticBag bag, SpecSchema root, SpecStages stages)
{
    private readonly HashSet<string> _faulty = new(StringComparer.Ordinal);

    public DiagnosticBag Bag { get; } = bag;

    public SpecSchema Root { get; } = root;

    public SpecStages Stages { get; } = stages;

    public Dictionary<string, SourceLocation> Origins { get; } = new(StringComparer.Ordinal);

    public void Error(string code, string path, string message, string? remedy, SourceLocation location)
    {
        _faulty.Add(path);
        Bag.Error(code, message, remedy, location);
    }

    public void MarkFaulty(string path) => _faulty.Add(path);

    /// <summary>Whether the value or an item of it was reported.</summary>
    public bool IsFaulty(string path) => _faulty.Contains(path) || _faulty.Any(item => item.StartsWith(path + "[", StringComparison.Ordinal));

    /// <summary>A run whose findings count but whose values do not: a oneof member that a later one replaces.</summary>
    public BindingState Discarding() => new(Bag, Root, Stages);
}
