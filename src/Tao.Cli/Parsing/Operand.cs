namespace Tao.Cli.Parsing;

/// <summary>A word on the command line that is no flag, such as a file.</summary>
internal sealed record Operand(string Name, string Description, int Minimum, int Maximum)
{
    public string Usage => (Minimum, Maximum) switch
    {
        (0, 1) => $"[{Name}]",
        (1, 1) => Name,
        (0, _) => $"[{Name}...]",
        _ => $"{Name}...",
    };
}
