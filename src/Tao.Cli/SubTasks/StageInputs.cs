using System.Collections.Immutable;

namespace Tao.Cli.SubTasks;

/// <summary>A request's inputs by role, without those that were not given.</summary>
internal static class StageInputs
{
    public static ImmutableSortedDictionary<string, string> Of(params ReadOnlySpan<(string Role, string? Path)> inputs)
    {
        var all = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        foreach (var (role, path) in inputs)
        {
            if (!string.IsNullOrEmpty(path))
                all[role] = path;
        }
        return all.ToImmutable();
    }
}
