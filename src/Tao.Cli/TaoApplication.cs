using System.Collections.Immutable;
using Tao.Cli.Commands;
using Tao.Cli.Help;
using Tao.Cli.Parsing;
using Tao.Cli.Rendering;
using Tao.Engine;
using Tao.Specs;

namespace Tao.Cli;

/// <summary>The <c>tao</c> command: from arguments to an exit code.</summary>
internal sealed class TaoApplication
{
    private static readonly Flag _help = new("--help", FlagKind.Switch, "Show this page.") { Aliases = ["-h"] };
    private static readonly Flag _version = new("--version", FlagKind.Switch, "Show the version.");

    private readonly CliContext _context;
    private readonly ImmutableArray<string> _networks;
    private readonly CommandLine _commandLine;

    public TaoApplication(CliContext context)
    {
        _context = context;
        _networks = [.. context.Networks.Select(network => network.Name)];
        _commandLine = new CommandLine(Root(context.Networks));
    }

    public int Run(IReadOnlyList<string> arguments)
    {
        var parsed = _commandLine.Parse(LauncherForms.ToOurs(arguments, _networks));
        var output = _context.Terminal.Output;
        if (parsed.Given(_help) || arguments.Count == 0)
        {
            output.Write(HelpPage.Render(parsed.Node));
            return ExitCode.Success;
        }
        if (parsed.Node.Parent is null && parsed.Given(_version))
        {
            output.WriteLine(EngineVersion.Current);
            return ExitCode.Success;
        }
        var bag = new DiagnosticBag();
        var (flags, operands) = parsed.Check(bag);
        Problems.Print(_context.Terminal, bag.Items);
        return bag.HasErrors ? ExitCode.UserError : parsed.Node.Declaration.Run!(new Invocation(_context, flags, operands));
    }

    private static CommandDeclaration Root(ImmutableArray<NetworkCard> networks) =>
        new("tao", "Trains, prunes, evaluates, exports and calibrates neural networks.")
        {
            Flags = [_version],
            InheritedFlags = [_help],
            Commands =
            [
                .. networks.Select(network => NetworkCommand.Of(network)),
                AugmentCommand.Declaration,
                SpecCommand.Of(networks),
                ExplainCommand.Declaration,
                ListCommand.Declaration,
                StopCommand.Declaration,
                LogsCommand.Declaration,
                CollectCommand.Declaration,
                InfoCommand.Declaration,
                DoctorCommand.Declaration,
                HelpCommand.Declaration,
                ExecCommand.Declaration,
            ],
            Notes = "'tao COMMAND --help' tells more about a command.",
        };
}
