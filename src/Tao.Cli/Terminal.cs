using Spectre.Console;

namespace Tao.Cli;

/// <summary>Where the command writes, and what that place can show.</summary>
/// <param name="IsInteractive">A person watches: progress bars may be redrawn.</param>
/// <param name="UsesColor">False under <c>NO_COLOR</c> (no-color.org), or when the output goes to a file or pipe.</param>
internal sealed record Terminal(TextWriter Output, TextWriter Error, bool IsInteractive, bool UsesColor)
{
    // Wide enough that a table sent to a file is never folded.
    private const int FileWidth = 400;

    /// <summary>This process's console.</summary>
    public static Terminal OfProcess(Func<string, string?> environment)
    {
        var interactive = !Console.IsOutputRedirected && environment("TERM") is not "dumb" && string.IsNullOrEmpty(environment("CI"));
        return new Terminal(Console.Out, Console.Error, interactive, interactive && string.IsNullOrEmpty(environment("NO_COLOR")));
    }

    public IAnsiConsole CreateConsole()
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(Output),
            Ansi = IsInteractive ? AnsiSupport.Detect : AnsiSupport.No,
            ColorSystem = UsesColor ? ColorSystemSupport.Detect : ColorSystemSupport.NoColors,
            Interactive = IsInteractive ? InteractionSupport.Detect : InteractionSupport.No,
        });
        if (!IsInteractive)
            console.Profile.Width = FileWidth;
        return console;
    }
}
