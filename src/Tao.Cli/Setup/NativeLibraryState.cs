namespace Tao.Cli.Setup;

/// <param name="Path">Where it was found; null when it was not.</param>
/// <param name="Version">Null when it does not load or does not say.</param>
/// <param name="Problem">Why it cannot be used; null when it can.</param>
internal sealed record NativeLibraryState(string Component, string? Path, string? Version, string? Problem);
