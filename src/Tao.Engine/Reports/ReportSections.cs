using System.Collections.Immutable;
using System.Globalization;
using Tao.Engine.Evaluation;
using Tao.Engine.Fingerprints;
using Tao.Engine.Gates;
using Tao.Engine.Stages;

namespace Tao.Engine.Reports;

/// <summary>The parts of a report's page that are text, tables and pictures.</summary>
internal static class ReportSections
{
    private const int MostChanges = 20;

    public static void Head(Html body, string name, BuildFiles files, ImmutableArray<GateVerdict> verdicts)
    {
        string network = files.Results.IsEmpty ? "" : files.Results[0].Network;
        double seconds = files.Results.Sum(result => result.DurationSeconds);
        body.Element("h1", name);
        body.Element("p.lead", $"{network}; {files.Results.Length} stages, {Figures.Seconds(seconds)} of work");
        if (verdicts.IsEmpty)
            return;
        int failed = verdicts.Count(verdict => !verdict.Passed);
        body.Element(failed == 0 ? "p.good" : "p.bad", failed == 0 ? $"All {verdicts.Length} gates passed." : $"{failed} of {verdicts.Length} gates failed.");
    }

    public static void Stages(Html body, BuildFiles files, ReportRecord previous)
    {
        body.Element("h2", "Stages").Raw("<ol class=\"stages\">");
        foreach (var result in files.Results)
        {
            bool changed = previous.Find(result.Stage)?.Fingerprint != result.Fingerprint;
            body.Raw(changed ? "<li class=\"changed\">" : "<li>").Element("b", result.Stage.ToString())
                .Element("span", $"{Figures.Seconds(result.DurationSeconds)}{(changed ? ", new" : "")}").Raw("</li>");
        }
        body.Raw("</ol>");
    }

    public static void Gates(Html body, ImmutableArray<GateVerdict> verdicts)
    {
        if (verdicts.IsEmpty)
            return;
        body.Element("h2", "Gates").Table(
            ["gate", "verdict", "of", "value", "must be", "bound"],
            verdicts.Select(verdict => new[] { verdict.Metric, verdict.Passed ? "passed" : "failed", verdict.Stage.ToString(), Figures.Number(verdict.Value), verdict.Rule, Figures.Number(verdict.Bound) }));
    }

    public static void Metrics(Html body, BuildFiles files)
    {
        StageResult[] measured = [.. files.Results.Where(result => result.Stage is StageKind.Evaluate or StageKind.EvaluateRetrained or StageKind.EvaluateInt8)];
        if (measured.Length == 0)
            return;
        // Those of a class, such as "AP/car", stand in the table of classes.
        string[] names = [.. measured.SelectMany(result => result.Metrics.Keys).Where(name => !name.Contains('/', StringComparison.Ordinal)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        body.Element("h2", "Metrics").Table(
            ["metric", .. measured.Select(result => result.Stage.ToString())],
            names.Select(name => new[] { name }.Concat(measured.Select(result => result.Metrics.TryGetValue(name, out double value) ? Figures.Number(value) : ""))));
    }

    /// <summary>Rows are the truth; a cell is the darker, the larger its share of its row.</summary>
    public static void Confusion(Html body, string name, ImmutableArray<string[]> table)
    {
        if (table.Length < 2)
            return;
        body.Element("h3", $"{name.Replace('_', ' ')} (rows: truth, columns: answer)");
        body.Raw("<div class=\"scroll matrix\" tabindex=\"0\"><table><thead><tr>");
        foreach (string cell in table[0])
            body.Raw("<th scope=\"col\">").Text(cell).Raw("</th>");
        body.Raw("</tr></thead><tbody>");
        foreach (string[] row in table[1..])
        {
            double[] counts = [.. row[1..].Select(cell => double.Parse(cell, CultureInfo.InvariantCulture))];
            double all = Math.Max(1, counts.Sum());
            body.Raw("<tr><th scope=\"row\">").Text(row[0]).Raw("</th>");
            foreach (double count in counts)
                body.Raw(string.Create(CultureInfo.InvariantCulture, $"<td style=\"background:rgba(var(--heat),{count / all * 0.55:0.###})\">{count:0}</td>"));
            body.Raw("</tr>");
        }
        body.Raw("</tbody></table></div>");
    }

    public static void Examples(Html body, ImmutableArray<Example> examples)
    {
        if (examples.IsEmpty)
            return;
        int worst = (examples.Length + 1) / 2;
        Pictures(body, "The worst answers", examples[..worst]);
        Pictures(body, "The best answers", [.. examples[worst..].Reverse()]);
    }

    public static void Changes(Html body, BuildFiles files, ReportRecord previous)
    {
        if (previous.Results.IsEmpty)
            return;
        body.Element("h2", "Since the previous report");
        var lines = files.Results
            .Select(result => (result, before: previous.Find(result.Stage)))
            .Where(pair => pair.before?.Fingerprint != pair.result.Fingerprint)
            .Select(pair => (pair.result.Stage, Lines: Differences(pair.before, pair.result)))
            .ToArray();
        if (lines.Length == 0)
        {
            body.Element("p", "Every stage read what it had read before.");
            return;
        }
        body.Raw("<ul class=\"changes\">");
        foreach (var (stage, differences) in lines)
        {
            body.Raw("<li>").Element("b", stage.ToString()).Raw(": ");
            for (int i = 0; i < differences.Length; i++)
                body.Raw(i > 0 ? "; " : "").Element("code", differences[i]);
            body.Raw("</li>");
        }
        body.Raw("</ul>");
    }

    private static ImmutableArray<string> Differences(StageResult? before, StageResult now)
    {
        if (before is null)
            return ["for the first time"];
        var moved = now.Metrics.Where(metric => before.Metrics.TryGetValue(metric.Key, out double old) && old != metric.Value && !metric.Key.Contains('/', StringComparison.Ordinal))
            .Select(metric => $"{metric.Key} {Figures.Number(before.Metrics[metric.Key])} → {Figures.Number(metric.Value)}");
        return [.. FingerprintDifference.Lines(before.Inputs, now.Inputs, MostChanges), .. moved];
    }

    private static void Pictures(Html body, string title, ImmutableArray<Example> examples)
    {
        body.Element("h3", title).Raw("<div class=\"examples\">");
        foreach (var example in examples)
        {
            body.Raw("<figure><img alt=\"").Text(example.Image).Raw("\" src=\"").Text(example.Picture).Raw("\"><figcaption>")
                .Text($"{Figures.Percent(example.Fit)}: {example.Answer}").Raw("<br><span class=\"lead\">truth: ").Text(example.Truth).Raw("<br>").Text(example.Image).Raw("</span></figcaption></figure>");
        }
        body.Raw("</div>");
    }
}
