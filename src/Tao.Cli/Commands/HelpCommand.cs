using Tao.Cli.Help;
using Tao.Cli.Parsing;
using Tao.Cli.Rendering;
using Tao.Specs;

namespace Tao.Cli.Commands;

/// <summary><c>tao help TAO1020</c>: what the code of an error or warning means.</summary>
internal static class HelpCommand
{
    public static CommandDeclaration Declaration { get; } = new("help", "Explains the codes of errors and warnings.")
    {
        Operand = new Operand("CODE", "Codes, such as TAO1020; none: all of them with their titles.", 0, int.MaxValue),
        Run = Run,
    };

    private static int Run(Invocation invocation)
    {
        var output = invocation.Context.Terminal.Output;
        var bag = new DiagnosticBag();
        if (invocation.Operands.Length == 0)
        {
            foreach (var descriptor in DiagnosticCatalog.All.OrderBy(descriptor => descriptor.Code, StringComparer.Ordinal))
                output.WriteLine($"{descriptor.Code}  {descriptor.Title}");
        }
        foreach (var code in invocation.Operands)
        {
            if (DiagnosticCatalog.Find(code.ToUpperInvariant()) is { } descriptor)
                output.Write(CodePage.Render(descriptor));
            else
                bag.Error(CliCodes.NoSuchCode, $"There is no code '{code}'.", NearestName.Of(code, DiagnosticCatalog.All.Select(item => item.Code)) is { } near ? $"Did you mean '{near}'?" : "'tao help' lists them.");
        }
        Problems.Print(invocation.Context.Terminal, bag.Items);
        return bag.HasErrors ? ExitCode.UserError : ExitCode.Success;
    }
}
