using System.Collections.Immutable;
using System.Net;
using System.Reflection;
using System.Text.Json;
using Tao.Engine.Gates;
using Tao.Engine.Stages;

namespace Tao.Engine.Reports;

/// <summary>The page of a build: one file that asks no network.</summary>
/// <param name="name">The project's.</param>
internal sealed class ReportPage(string name, BuildFiles files, ReportRecord previous, IReadOnlyList<(string Name, string Value)> environment)
{
    private readonly List<Chart> _charts = [];

    public string Render()
    {
        var verdicts = files.Verdicts();
        var body = new Html();
        ReportSections.Head(body, name, files, verdicts);
        ReportSections.Stages(body, files, previous);
        ReportSections.Gates(body, verdicts);
        Trainings(body);
        ReportSections.Metrics(body, files);
        if (files.LastEvaluation is { } evaluation)
            Evaluation(body, evaluation);
        ReportTradeOff.Write(body, files, verdicts);
        ReportSections.Changes(body, files, previous);
        body.Element("h2", "Environment").Table(["", ""], environment.Select(item => new[] { item.Name, item.Value }));
        return Fill(body.ToString());
    }

    private void Trainings(Html body)
    {
        var charts = new[] { StageKind.Train, StageKind.Retrain }.SelectMany(stage => ReportCharts.OfTraining(stage, files.Table(stage, "log"))).ToArray();
        if (charts.Length == 0)
            return;
        body.Element("h2", "Training");
        Draw(body, charts);
    }

    private void Evaluation(Html body, StageKind evaluation)
    {
        body.Element("h2", $"Results by class ({evaluation})");
        var table = files.Table(evaluation, "per_class");
        if (table.Length > 1)
            body.Table(table[0], table[1..].Select(row => row.Select(Figures.Short)));
        if (ReportCharts.OfPrecisionRecall(files.Table(evaluation, "precision_recall")) is { } curves)
            Draw(body.Raw("<h3></h3>"), [curves]);
        foreach (string matrix in files.TablesNamed(evaluation, "confusion_matrix"))
            ReportSections.Confusion(body, matrix, files.Table(evaluation, matrix));
        ReportSections.Examples(body, files.Examples(evaluation));
    }

    private void Draw(Html body, Chart[] charts)
    {
        body.Raw("<div class=\"charts\">");
        foreach (var chart in charts)
        {
            // The tables hold the numbers; who cannot see the lines is told where.
            body.Raw("<figure class=\"chart\"><figcaption>").Text(chart.Title).Raw("</figcaption><div role=\"img\" aria-label=\"")
                .Text($"{chart.Title}: lines of {string.Join(", ", chart.Series.Select(line => line.Label))} over {chart.XLabel}").Raw("\" id=\"").Text(chart.Id).Raw("\"></div></figure>");
        }
        body.Raw("</div>");
        _charts.AddRange(charts);
    }

    private string Fill(string body)
    {
        var parts = new Dictionary<string, string>
        {
            ["title"] = WebUtility.HtmlEncode($"{name}: build report"),
            ["license"] = Resource("uplot.license").Replace("--", "- -", StringComparison.Ordinal),
            ["uplot.css"] = Resource("uplot.css"),
            ["page.css"] = Resource("page.css"),
            ["body"] = body,
            // The serializer's default escapes '<', so no text can end the element.
            ["charts"] = JsonSerializer.Serialize(_charts, new JsonSerializerOptions(JsonSerializerDefaults.Web)),
            ["uplot.js"] = Resource("uplot.js"),
            ["page.js"] = Resource("page.js"),
        };
        string[] pieces = Resource("page.html").Split("{{");
        return pieces[0] + string.Concat(pieces[1..].Select(piece =>
        {
            int end = piece.IndexOf("}}", StringComparison.Ordinal);
            return parts[piece[..end]] + piece[(end + 2)..];
        }));
    }

    private static string Resource(string file)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream($"report/{file}") ?? throw new InvalidOperationException($"The resource report/{file} is missing.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
