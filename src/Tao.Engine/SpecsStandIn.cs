namespace Tao.Specs;

public enum DiagnosticSeverity { Info, Warning, Error }

public sealed record SourceLocation(string File, int Line, int Column);

public sealed record Diagnostic(string Code, DiagnosticSeverity Severity, string Message, string? Remedy, SourceLocation? Location);

public sealed class TaoException(IReadOnlyList<Diagnostic> diagnostics)
    : Exception(string.Join('\n', diagnostics.Select(item => $"{item.Code}: {item.Message} {item.Remedy}")))
{
    public IReadOnlyList<Diagnostic> Diagnostics { get; } = diagnostics;
}
