namespace Tao.Cli.Rendering;

/// <param name="Severity"><c>error</c> or <c>warning</c> for a problem, which goes to the standard error; else null.</param>
internal sealed record ReportLine(string Text, string? Severity = null);
