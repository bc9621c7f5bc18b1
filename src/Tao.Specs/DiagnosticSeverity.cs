namespace Tao.Specs;

public enum DiagnosticSeverity
{
    Info,
    Warning,
    Error,
}
