namespace Tao.Cli.Setup;

/// <summary>One finding of <c>tao doctor</c>.</summary>
/// <param name="Remedy">What to do about it; null when nothing is wrong.</param>
internal sealed record CheckResult(string Name, CheckState State, string Detail, string? Remedy = null);
