using Tao.Specs;

namespace Tao.Data.Classification;

/// <summary>Writes scan findings: a fault is a warning or an error as the policy says.</summary>
internal sealed class ScanReport(DiagnosticBag bag, FaultPolicy policy)
{
    /// <summary>What stopped the reading of one file does not stop that of the others.</summary>
    public void Add(TaoException exception) => bag.AddRange(exception.Diagnostics);

    public void Fault(string code, string path, string message, string remedy, int line = 1)
    {
        if (policy == FaultPolicy.Refuse)
            Error(code, path, message, remedy, line);
        else
            Warning(code, path, message, remedy, line);
    }

    public void Error(string code, string path, string message, string remedy, int line = 1) =>
        bag.Error(code, message, remedy, new SourceLocation(path, line, 1));

    public void Warning(string code, string path, string message, string remedy, int line = 1) =>
        bag.Warning(code, message, remedy, new SourceLocation(path, line, 1));
}
