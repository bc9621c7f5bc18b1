using System.Collections.Immutable;

namespace Tao.Specs;

/// <summary>Collects every finding of a run, so that the user sees all problems at once. Safe to fill from several threads.</summary>
public sealed class DiagnosticBag
{
    private readonly Lock _lock = new();
    private ImmutableList<Diagnostic> _items = [];

    /// <summary>Everything found so far, in the order it was found.</summary>
    public IReadOnlyList<Diagnostic> Items => _items;

    public bool HasErrors => _items.Exists(item => item.Severity == DiagnosticSeverity.Error);

    public void Add(Diagnostic diagnostic)
    {
        lock (_lock)
            _items = _items.Add(diagnostic);
    }

    public void AddRange(IEnumerable<Diagnostic> diagnostics)
    {
        foreach (var diagnostic in diagnostics)
            Add(diagnostic);
    }

    public void Error(string code, string message, string? remedy = null, SourceLocation? location = null) =>
        Add(new(code, DiagnosticSeverity.Error, message, remedy, location));

    public void Warning(string code, string message, string? remedy = null, SourceLocation? location = null) =>
        Add(new(code, DiagnosticSeverity.Warning, message, remedy, location));

    public void Info(string code, string message, string? remedy = null, SourceLocation? location = null) =>
        Add(new(code, DiagnosticSeverity.Info, message, remedy, location));

    /// <exception cref="TaoException">When there is an error; it carries everything found.</exception>
    public void ThrowIfErrors()
    {
        if (HasErrors)
            throw new TaoException(Items);
    }
}
