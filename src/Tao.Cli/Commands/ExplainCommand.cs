using System.Collections.Immutable;
using System.Diagnostics;
using System.Text.Json;
using Tao.Cli.Execution;
using Tao.Cli.Parsing;
using Tao.Cli.Rendering;
using Tao.Engine;
using Tao.Engine.Cache;
using Tao.Engine.Explanations;
using Tao.Engine.Stages;
using Tao.Specs;

namespace Tao.Cli.Commands;

/// <summary><c>tao explain</c>: what a build would do and why, without doing it.</summary>
internal static class ExplainCommand
{
    private const string ProjectExtension = ".taoproj";

    private static readonly Flag _json = new("--json", FlagKind.Switch, "Print JSON.");

    private static readonly Flag _properties = new("--property", FlagKind.List, "Properties of the project, as the build would be given them.")
    {
        Aliases = ["-p"],
        ValueName = "NAME=VALUE",
    };

    private static readonly Flag _generators = new("--generator", FlagKind.List, "With requests: programs that the build would run to make the data.") { ValueName = "PROGRAM" };

    private static readonly Flag _before = new("--before", FlagKind.List, "With requests: those of another project, which the build would bring up to date first; not shown.") { ValueName = "REQUEST" };

    public static CommandDeclaration Declaration { get; } = new("explain", "Says which stages a build would run, and why; runs none of them.")
    {
        Flags = [_properties, _json, _generators, _before],
        Operand = new Operand("PROJECT", "A .taoproj, which 'dotnet build -t:TaoExplain' explains too; or the requests of its stages, in the order of the build.", 1, int.MaxValue),
        Run = Run,
    };

    private static int Run(Invocation invocation)
    {
        var context = invocation.Context;
        var bag = new DiagnosticBag();
        int? code = invocation.Operands is [var project] && project.EndsWith(ProjectExtension, StringComparison.OrdinalIgnoreCase)
            ? ExplainProject(invocation, context.FullPath(project), bag)
            : ExplainRequests(invocation, bag);
        Problems.Print(context.Terminal, bag.Items);
        return code ?? ExitCode.UserError;
    }

    /// <summary>MSBuild alone knows what a project's properties and items come to, so it writes the requests and asks again.</summary>
    private static int? ExplainProject(Invocation invocation, string project, DiagnosticBag bag)
    {
        if (!File.Exists(project))
        {
            bag.Error(CliCodes.BadRequest, $"The project '{project}' does not exist.", "Name a .taoproj file.");
            return null;
        }
        var context = invocation.Context;
        string dotnet = context.Environment("DOTNET_HOST_PATH") is { Length: > 0 } host ? host : "dotnet";
        string[] properties = [.. invocation.Flags.List(_properties).Select(property => $"-p:{property}")];
        string file = Path.GetTempFileName();
        string json = invocation.Flags.Has(_json) ? "true" : "false";
        string[] ours = [$"-p:TaoExplainJson={json}", $"-p:TaoExplanationFile={file}"];
        var start = new ProcessStartInfo(dotnet, ["build", project, "-t:TaoExplain", "-nologo", "-tl:off", "-v:q", .. ours, .. properties])
        {
            RedirectStandardOutput = true,
            WorkingDirectory = context.WorkingDirectory,
        };
        try
        {
            using var process = Process.Start(start)!;
            string said = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            if (process.ExitCode != 0)
                context.Terminal.Error.Write(said);
            else
                context.Terminal.Output.Write(File.ReadAllText(file));
            return process.ExitCode == 0 ? ExitCode.Success : ExitCode.UserError;
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static int? ExplainRequests(Invocation invocation, DiagnosticBag bag)
    {
        var context = invocation.Context;
        var requests = Read(invocation.Operands);
        var before = Read(invocation.Flags.List(_before));
        if (bag.HasErrors)
            return null;
        try
        {
            using var cache = StageCache.FromEnvironment(context.Environment, context.WorkingDirectory, new CompositeSink());
            var stop = context.Stop.Graceful;
            var explainer = new BuildExplainer(new CompositeSink(), context.Clock, key => cache.Recorded(key, stop), invocation.Flags.List(_generators));
            explainer.Precede(before, stop);
            var explanations = explainer.Explain(requests, stop);
            if (invocation.Flags.Has(_json))
                context.Terminal.Output.WriteLine(JsonSerializer.Serialize(explanations, EngineJson.Options));
            else
                Print(context.Terminal.Output, explanations);
            return ExitCode.Success;
        }
        catch (TaoException mistakes)
        {
            bag.AddRange(mistakes.Diagnostics);
            return null;
        }

        StageRequest[] Read(IReadOnlyList<string> files) => [.. files.Select(file => RequestFile.Read(file, context, bag)).OfType<StageRequest>()];
    }

    private static void Print(TextWriter output, ImmutableArray<StageExplanation> explanations)
    {
        foreach (var explanation in explanations)
        {
            bool idle = explanation.Verdict == StageVerdict.UpToDate;
            string time = explanation.ExpectedSeconds is { } seconds && !idle ? $" ({Quantity.Clock(TimeSpan.FromSeconds(seconds))} the last time)" : "";
            output.WriteLine($"{explanation.Stage}: {Words(explanation.Verdict)}{time}");
            foreach (string reason in explanation.Reasons)
                output.WriteLine($"    {reason}");
        }
        output.WriteLine(Summary(explanations));
    }

    private static string Words(StageVerdict verdict) => verdict switch
    {
        StageVerdict.UpToDate => "up to date",
        StageVerdict.WouldRestore => "would restore from the cache",
        StageVerdict.Depends => "would run, unless what it reads comes out the same again",
        _ => "would run",
    };

    private static string Summary(ImmutableArray<StageExplanation> explanations)
    {
        StageExplanation[] running = [.. explanations.Where(explanation => explanation.Verdict is StageVerdict.WouldRun or StageVerdict.Depends)];
        if (running.Length == 0)
            return explanations.All(explanation => explanation.Verdict == StageVerdict.UpToDate) ? "Everything is up to date." : "Nothing would run.";
        string time = running.All(explanation => explanation.ExpectedSeconds is not null)
            ? $"; they took {Quantity.Clock(TimeSpan.FromSeconds(running.Sum(explanation => explanation.ExpectedSeconds!.Value)))} the last time"
            : "";
        return $"{running.Length} of {explanations.Length} stages would run{time}.";
    }
}
