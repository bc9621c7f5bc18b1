using System.Collections.Immutable;
using System.Text.Json;
using Tao.Cli.Parsing;
using Tao.Cli.Rendering;
using Tao.Engine;
using Tao.Engine.Events;
using Tao.Specs;

namespace Tao.Cli.Commands;

/// <summary><c>tao spec check</c> and <c>tao spec explain</c>.</summary>
internal static class SpecCommand
{
    private static readonly Flag _json = new("--json", FlagKind.Switch, "Print JSON.");

    public static CommandDeclaration Of(ImmutableArray<NetworkCard> networks)
    {
        var network = new Flag("--network", FlagKind.Text, "The network that the spec is for.")
        {
            Required = true,
            Values = [.. networks.Select(card => card.Name)],
            ValueName = "NAME",
        };
        return new CommandDeclaration("spec", "Checks and explains spec files.")
        {
            Commands =
            [
                new CommandDeclaration("check", "Reports every problem of spec files, with file, line and column.")
                {
                    Flags = [network, _json],
                    Operand = new Operand("FILE", "Spec files.", 1, int.MaxValue),
                    Notes = "Exit code 0: no errors; 1: at least one.",
                    Run = invocation => Check(invocation, Find(networks, invocation, network)),
                },
                new CommandDeclaration("explain", "Prints the effective spec: every value and where it comes from.")
                {
                    Flags = [network],
                    Operand = new Operand("FILE", "The spec file.", 1, 1),
                    Run = invocation => Explain(invocation, Find(networks, invocation, network)),
                },
            ],
        };
    }

    private static NetworkCard Find(ImmutableArray<NetworkCard> networks, Invocation invocation, Flag flag) =>
        networks.Single(card => card.Name.Equals(invocation.Flags.Text(flag), StringComparison.OrdinalIgnoreCase));

    private static int Check(Invocation invocation, NetworkCard network)
    {
        var bag = new DiagnosticBag();
        foreach (var file in invocation.Operands)
            network.Check(Read(invocation.Context, file, bag), bag);
        if (invocation.Flags.Has(_json))
            invocation.Context.Terminal.Output.WriteLine(JsonSerializer.Serialize(bag.Items.Select(DiagnosticEvent.From), EngineJson.Options));
        else
            PrintChecked(invocation, bag);
        return bag.HasErrors ? ExitCode.UserError : ExitCode.Success;
    }

    private static void PrintChecked(Invocation invocation, DiagnosticBag bag)
    {
        var terminal = invocation.Context.Terminal;
        foreach (var line in bag.Items.Select(DiagnosticText.Of))
            terminal.Output.WriteLine(line.Text);
        if (bag.Items.Count == 0)
            terminal.Output.WriteLine(invocation.Operands.Length == 1 ? $"{invocation.Operands[0]}: no problems" : $"{invocation.Operands.Length} files: no problems");
    }

    private static int Explain(Invocation invocation, NetworkCard network)
    {
        var bag = new DiagnosticBag();
        var root = Read(invocation.Context, invocation.Operands[0], bag);
        var (spec, origins) = SpecBinder.Bind(network.SpecType, root, bag, SpecStages.None);
        Problems.Print(invocation.Context.Terminal, bag.Items);
        if (bag.HasErrors)
            return ExitCode.UserError;
        foreach (var line in SpecExplainer.Explain(spec, origins))
            invocation.Context.Terminal.Output.WriteLine(line);
        return ExitCode.Success;
    }

    // Locations keep the name as it was typed, so that the lines stay short and can be clicked.
    private static SpecBlock Read(CliContext context, string file, DiagnosticBag bag) =>
        SpecReader.Read(Path.GetRelativePath(Environment.CurrentDirectory, context.FullPath(file)), bag);
}
