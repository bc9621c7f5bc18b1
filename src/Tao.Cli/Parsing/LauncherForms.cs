using System.Collections.Immutable;

namespace Tao.Cli.Parsing;

/// <summary>
/// The ways in which TAO's launchers of different years name the same thing: <c>tao model classification_tf1 train</c> since 5.0,
/// <c>tao classification train</c> before.
/// </summary>
internal static class LauncherForms
{
    private const string Group = "model";
    private const string Framework = "_tf1";

    public static IReadOnlyList<string> ToOurs(IReadOnlyList<string> arguments, ImmutableArray<string> networks)
    {
        var rest = arguments is [Group, _, ..] ? [.. arguments.Skip(1)] : arguments;
        if (rest is [var name, ..] && name.EndsWith(Framework, StringComparison.Ordinal) && networks.Contains(name[..^Framework.Length]))
            return [name[..^Framework.Length], .. rest.Skip(1)];
        return rest;
    }
}
