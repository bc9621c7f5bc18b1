using System.Collections.Immutable;

namespace Tao.Engine.Stages;

/// <param name="Artifacts">Name → file name in the output directory.</param>
internal sealed record StageOutcome(ImmutableSortedDictionary<string, double> Metrics, ImmutableSortedDictionary<string, string> Artifacts)
{
    public static StageOutcome Of(ImmutableSortedDictionary<string, double> metrics, params ReadOnlySpan<(string Name, string File)> artifacts)
    {
        var files = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        foreach (var (name, file) in artifacts)
            files.Add(name, file);
        return new(metrics, files.ToImmutable());
    }
}
