using Tao.Engine.Events;
using Tao.Specs;

namespace Tao.Cli.Rendering;

/// <summary>One line for a problem, in MSBuild's form, so that editors and build logs recognise it.</summary>
internal static class DiagnosticText
{
    public static ReportLine Of(DiagnosticEvent diagnostic)
    {
        var location = diagnostic.File is null ? null : new SourceLocation(diagnostic.File, diagnostic.Line ?? 1, diagnostic.Column ?? 1);
        var severity = Enum.TryParse<DiagnosticSeverity>(diagnostic.Severity, ignoreCase: true, out var parsed) ? parsed : DiagnosticSeverity.Error;
        return Of(new Diagnostic(diagnostic.Code, severity, diagnostic.Message, diagnostic.Remedy, location));
    }

    public static ReportLine Of(Diagnostic diagnostic) =>
        new(diagnostic.ToString().ReplaceLineEndings(" "), diagnostic.Severity.ToString().ToLowerInvariant());
}
