using System.Globalization;
using System.Text.Json;
using Tao.Cli.Parsing;
using Tao.Cli.Rendering;
using Tao.Engine.Jobs;
using Tao.Engine.Logs;
using Tao.Specs;

namespace Tao.Cli.Commands;

/// <summary><c>tao logs</c>: what a job has written into its <c>status.json</c>.</summary>
internal static class LogsCommand
{
    private static readonly TimeSpan _period = TimeSpan.FromMilliseconds(300);

    private static readonly Flag _follow = new("--follow", FlagKind.Switch, "Go on until the job ends.") { Aliases = ["-f"] };
    private static readonly Flag _json = new("--json", FlagKind.Switch, "Print the lines as they are: a JSON object each.");

    public static CommandDeclaration Declaration { get; } = new("logs", "Prints what a job of yours has done so far.")
    {
        Flags = [_follow, _json],
        Operand = new Operand("ID", "A job, as 'tao list' shows it; the first letters are enough.", 1, 1),
        Run = Run,
    };

    private static int Run(Invocation invocation)
    {
        var context = invocation.Context;
        var bag = new DiagnosticBag();
        if (JobChoice.Find(context.Jobs.Read().Jobs, invocation.Operands[0], bag) is { } job)
            Print(invocation, job, bag);
        Problems.Print(context.Terminal, bag.Items);
        return bag.HasErrors ? ExitCode.UserError : ExitCode.Success;
    }

    private static void Print(Invocation invocation, JobRecord job, DiagnosticBag bag)
    {
        var context = invocation.Context;
        string path = Path.Combine(job.OutputDirectory, StatusLog.FileName);
        if (!File.Exists(path) && !(invocation.Flags.Has(_follow) && job.State == JobState.Running))
        {
            bag.Error(CliCodes.FileNotFound, $"The job '{job.Id}' has no log in '{job.OutputDirectory}'.", "Its folder was deleted, or the job had nothing to do.");
            return;
        }
        int shown = 0;
        while (true)
        {
            // First whether it runs, then the lines: so none of the last ones is missed.
            bool running = invocation.Flags.Has(_follow) && context.Jobs.Read().Jobs.Any(other => other.Id == job.Id && other.State == JobState.Running);
            string[] lines = File.Exists(path) ? WholeLines(path) : [];
            foreach (string line in lines.Skip(shown))
                context.Terminal.Output.WriteLine(invocation.Flags.Has(_json) ? line : Text(line));
            shown = lines.Length;
            if (!running || context.Stop.Graceful.WaitHandle.WaitOne(_period))
                return;
        }
    }

    /// <summary>A line that is still being written is none yet.</summary>
    private static string[] WholeLines(string path)
    {
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var reader = new StreamReader(stream);
        string text = reader.ReadToEnd();
        return text[..(text.LastIndexOf('\n') + 1)].Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }

    /// <summary>For example <c>15:48:50 RUNNING epoch 2/6, ETA 0:04: loss 0.446, training_accuracy 0.8917</c>.</summary>
    private static string Text(string line)
    {
        using var json = JsonDocument.Parse(line);
        var root = json.RootElement;
        string text = $"{Of("time")} {Of("status")} ";
        if (!root.TryGetProperty("epoch", out var epoch))
            return text + Of("message");
        text += string.Create(CultureInfo.InvariantCulture, $"epoch {epoch.GetInt32()}/{root.GetProperty("max_epoch").GetInt32()}");
        if (Of("eta") is { Length: > 0 } eta)
            text += $", ETA {eta.Split('.')[0]}";
        var values = root.TryGetProperty("graphical", out var graphical) ? graphical.EnumerateObject().Where(value => value.Value.ValueKind == JsonValueKind.Number) : [];
        return $"{text}: {string.Join(", ", values.Select(value => $"{value.Name} {Quantity.Metric(value.Value.GetDouble())}"))}";

        string Of(string name) => root.TryGetProperty(name, out var value) ? value.ToString() : "";
    }
}
