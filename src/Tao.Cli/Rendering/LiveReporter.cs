using System.Globalization;
using Spectre.Console;
using Tao.Engine.Events;

namespace Tao.Cli.Rendering;

/// <summary>Progress bars with the expected time to the end, and above them the lines to keep: for a person at a terminal.</summary>
internal sealed class LiveReporter(Terminal terminal, IAnsiConsole console, EventText text, ProgressContext bars) : IEventSink
{
    private readonly Lock _gate = new();
    private ProgressTask? _whole;
    private ProgressTask? _epoch;

    /// <summary>Shows bars while <paramref name="work"/> runs, and returns its result.</summary>
    public static int Show(Terminal terminal, EventText text, Func<IEventSink, int> work)
    {
        var console = terminal.CreateConsole();
        var progress = console.Progress().AutoClear(true).Columns(
            new TaskDescriptionColumn { Alignment = Justify.Left },
            new ProgressBarColumn(),
            new PercentageColumn(),
            new EtaColumn());
        return progress.Start(bars => work(new LiveReporter(terminal, console, text, bars)));
    }

    public void Publish(EngineEvent engineEvent)
    {
        lock (_gate)
        {
            foreach (var line in text.Lines(engineEvent))
                Write(line);
            if (engineEvent is ProgressEvent progress)
                Move(progress);
        }
    }

    private void Write(ReportLine line)
    {
        var style = line.Severity switch
        {
            "error" => new Style(Color.Red),
            "warning" => new Style(Color.Yellow),
            _ => Style.Plain,
        };
        // A redirected standard error still gets every problem.
        if (line.Severity is not null && terminal.Error != Console.Error)
            terminal.Error.WriteLine(line.Text);
        else
            console.WriteLine(line.Text, style);
    }

    private void Move(ProgressEvent progress)
    {
        if (progress.Epochs > 1)
        {
            _whole ??= bars.AddTask("epochs", maxValue: 1);
            Set(_whole, Counted("epoch", progress.Epoch, progress.Epochs), Engine.Jobs.JobProgress.From(progress).Fraction);
            _whole.State.Update<double>(EtaColumn.Key, _ => progress.EtaSeconds ?? double.NaN);
        }
        _epoch ??= bars.AddTask(Markup.Escape(progress.Activity), maxValue: 1);
        Set(_epoch, Counted(progress.Activity, progress.Step, progress.Steps), progress.Steps > 0 ? (double)progress.Step / progress.Steps : 0);
        if (progress.Epochs <= 1)
            _epoch.State.Update<double>(EtaColumn.Key, _ => progress.EtaSeconds ?? double.NaN);
    }

    private static void Set(ProgressTask task, string description, double fraction)
    {
        task.Description = Markup.Escape(description);
        task.Value = fraction;
    }

    private static string Counted(string what, int done, int all) => string.Create(CultureInfo.InvariantCulture, $"{what} {done}/{all}");
}
