namespace Tao.Specs;

/// <summary>
/// What the user gave us is wrong: all problems at once, each with its remedy. Faces print the diagnostics and exit with 1;
/// any other exception is a bug of ours.
/// </summary>
public sealed class TaoException(IReadOnlyList<Diagnostic> diagnostics) : Exception(string.Join(Environment.NewLine, diagnostics))
{
    public TaoException(Diagnostic diagnostic)
        : this([diagnostic])
    {
    }

    public IReadOnlyList<Diagnostic> Diagnostics { get; } = diagnostics;
}
