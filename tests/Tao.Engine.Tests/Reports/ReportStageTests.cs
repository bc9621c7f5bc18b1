using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Tao.Engine.Gates;
using Tao.Engine.IO;
using Tao.Engine.Reports;
using Tao.Engine.Stages;
using Tao.Engine.Tests.Stages;

namespace Tao.Engine.Tests.Reports;

[Collection(BuiltProject.Collection)]
public sealed partial class ReportStageTests(BuiltProject built)
{
    private static readonly StageKind[] _reported = [.. BuiltProject.Stages.Where(stage => stage is not StageKind.Inference)];

    [Fact]
    public void The_page_holds_everything_that_the_build_measured()
    {
        using var project = built.Project.Copy();

        string page = Report(project);

        Assert.All(_reported, stage => Assert.Contains($"<b>{stage}</b>", page, StringComparison.Ordinal));
        foreach (string part in new[] { "Training", "Metrics", "Results by class", "confusion matrix", "The worst answers", "The best answers", "What pruning and 8 bits save and cost", "Environment" })
            Assert.Contains(part, page, StringComparison.Ordinal);
        Assert.Equal(6, DataUri().Count(page));
        Assert.Contains("\"id\":\"Train-loss\"", page, StringComparison.Ordinal);
        Assert.Contains("Copyright (c)", page, StringComparison.Ordinal);
        Assert.DoesNotContain("{{", page.Replace("uPlot", "", StringComparison.Ordinal)[..2000], StringComparison.Ordinal);
        Assert.DoesNotContain("src=\"http", page, StringComparison.Ordinal);
        Assert.DoesNotContain("href=\"http", page, StringComparison.Ordinal);
    }

    [Fact]
    public void The_next_page_says_what_has_changed()
    {
        using var project = built.Project.Copy();
        Report(project);
        Assert.True(TinyProject.Run(Request(project)).UpToDate);
        project.EditSpec("top_k: 1", "top_k: 2");
        project.Run(StageKind.Evaluate);

        string page = Report(project);

        Assert.Contains("<b>Evaluate</b>: <code>spec.eval_config.top_k: 1 -&gt; 2</code>", page, StringComparison.Ordinal);
        Assert.Equal(1, ChangedStage().Count(page));
    }

    [Fact]
    public void Verdicts_of_gates_are_shown()
    {
        using var project = built.Project.Copy();
        Directory.CreateDirectory(project["obj/tao/Gate"]);
        GateReport.Write(project["obj/tao/Gate"], "tiny", [new GateVerdict("accuracy", StageKind.Evaluate, 0.5, "at least 0.75", 0.75, 0, false)]);

        string page = Report(project);

        Assert.Contains("1 of 1 gates failed.", page, StringComparison.Ordinal);
        Assert.Contains("at least 0.75", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Names_cannot_become_markup()
    {
        const string evil = "</script><script>alert(1)</script>&\"'";
        var html = new Html().Table(["class", evil], [[evil, "1"]]).Element("p", evil);
        Assert.DoesNotContain("<script>", html.ToString(), StringComparison.Ordinal);

        using var folder = new Tao.Testing.TemporaryFolder();
        File.WriteAllText(Path.Combine(folder.Path, "log.csv"), "epoch,loss,\"</script><b>\"\n1,2,3\n2,1,2\n");
        var result = new StageResult { Stage = StageKind.Train, Network = evil, Fingerprint = "", Artifacts = [new StageArtifact("log", "log.csv", "", 1)] };
        var files = new BuildFiles([result], ImmutableSortedDictionary<StageKind, string>.Empty.Add(StageKind.Train, folder.Path));
        string page = new ReportPage(evil, files, ReportRecord.Empty, []).Render();

        Assert.DoesNotContain("<script>alert", page, StringComparison.Ordinal);
        Assert.DoesNotContain("</script><b>", page, StringComparison.Ordinal);
        Assert.Contains("\\u003C/script\\u003E\\u003Cb\\u003E", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1280)]
    [InlineData(400)]
    public async Task A_browser_shows_it_without_complaint(int width)
    {
        Assert.SkipWhen(Browser.Program is null, "There is no Chromium on this machine.");
        using var project = built.Project.Copy();

        var shown = await Browser.OpenAsync(Report(project), width, TestContext.Current.CancellationToken);

        Assert.Equal((0, 4, 0, ""), shown);
    }

    [Fact]
    public void Without_results_there_is_still_a_page()
    {
        string page = new ReportPage("empty", new BuildFiles([], ImmutableSortedDictionary<StageKind, string>.Empty), ReportRecord.Empty, [("a", "b")]).Render();

        Assert.Contains("<h1>empty</h1>", page, StringComparison.Ordinal);
    }

    private static StageRequest Request(TinyProject project)
    {
        var request = new StageRequest { Stage = StageKind.Report, Network = "classification", ProjectDirectory = project.Directory, Spec = "", OutputDirectory = "obj/tao/Report" };
        return _reported.Append(StageKind.Gate).Aggregate(request, (sum, stage) => sum.With(stage.ToString(), $"obj/tao/{stage}/result.json")).WithOption("project_file", "tiny.taoproj");
    }

    private static string Report(TinyProject project)
    {
        TinyProject.Run(Request(project));
        return File.ReadAllText(project["obj/tao/Report/report.html"]);
    }

    [GeneratedRegex("src=\"data:image/jpeg;base64,")]
    private static partial Regex DataUri();

    [GeneratedRegex("<li class=\"changed\">")]
    private static partial Regex ChangedStage();
}
