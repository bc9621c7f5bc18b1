namespace Tao.Specs;

/// <summary>One finding about what the user gave us: what is wrong, and what to write instead.</summary>
public sealed record Diagnostic(string Code, DiagnosticSeverity Severity, string Message, string? Remedy, SourceLocation? Location)
{
    /// <summary>
    /// MSBuild's canonical form, <c>file(line,col): error TAO1001: message remedy</c>, so that a build's error list jumps to the line.
    /// Without a place the origin is <c>tao</c>.
    /// </summary>
    public override string ToString()
    {
        var origin = Location?.ToString() ?? "tao ";
        var text = Remedy is null ? Message : $"{Message} {Remedy}";
        return $"{origin}: {SeverityName} {Code}: {text}";
    }

    private string SeverityName => Severity switch
    {
        DiagnosticSeverity.Error => "error",
        DiagnosticSeverity.Warning => "warning",
        _ => "info",
    };
}
