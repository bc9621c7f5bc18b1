using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Xml.Linq;
using Tao.Engine.IO;

namespace Tao.Engine.Gates;

/// <summary>The verdicts for people and for CI hosts: JSON, JUnit's XML, and Markdown.</summary>
internal static class GateReport
{
    public const string JsonFile = "gates.json";
    public const string JUnitFile = "gates.junit.xml";
    public const string MarkdownFile = "gates.md";

    /// <param name="project">What the reports are called.</param>
    public static void Write(string directory, string project, IReadOnlyList<GateVerdict> verdicts)
    {
        AtomicFile.WriteText(Path.Combine(directory, JsonFile), JsonSerializer.Serialize(verdicts, EngineJson.Options) + "\n");
        AtomicFile.WriteText(Path.Combine(directory, JUnitFile), JUnit(project, verdicts));
        AtomicFile.WriteText(Path.Combine(directory, MarkdownFile), Markdown(project, verdicts));
    }

    /// <summary>The sentence that an error has: both numbers, and how far they lie apart.</summary>
    public static string Sentence(GateVerdict verdict)
    {
        string noise = verdict.Noise > 0 ? $", with a noise of {GateJudge.Text(verdict.Noise)}" : "";
        return $"{verdict.Metric} of {verdict.Stage} is {GateJudge.Text(verdict.Value)}; it must be {verdict.Rule}, that is {(verdict.Value < verdict.Bound || double.IsNaN(verdict.Value) ? "not less" : "not more")} than {GateJudge.Text(verdict.Bound)}{noise}.";
    }

    private static string JUnit(string project, IReadOnlyList<GateVerdict> verdicts)
    {
        var suite = new XElement(
            "testsuite", new XAttribute("name", project), new XAttribute("tests", verdicts.Count), new XAttribute("failures", verdicts.Count(verdict => !verdict.Passed)),
            verdicts.Select(verdict => new XElement(
                "testcase", new XAttribute("classname", verdict.Stage), new XAttribute("name", $"{verdict.Metric} {verdict.Rule}"),
                verdict.Passed ? null : new XElement("failure", new XAttribute("message", Sentence(verdict))))));
        return $"<?xml version=\"1.0\" encoding=\"utf-8\"?>\n{new XElement("testsuites", suite)}\n";
    }

    private static string Markdown(string project, IReadOnlyList<GateVerdict> verdicts)
    {
        var text = new StringBuilder($"### {project}: {(verdicts.All(verdict => verdict.Passed) ? "all gates passed" : "gates failed")}\n\n");
        text.Append("| | metric | of | value | must be | bound |\n|---|---|---|---|---|---|\n");
        foreach (var verdict in verdicts)
        {
            text.Append(CultureInfo.InvariantCulture, $"| {(verdict.Passed ? "✓" : "✗")} | {Cell(verdict.Metric)} | {verdict.Stage} | {GateJudge.Text(verdict.Value)} | {Cell(verdict.Rule)} | {GateJudge.Text(verdict.Bound)} |\n");
        }
        return text.Append('\n').ToString();
    }

    private static string Cell(string text) => text.Replace("|", "\\|", StringComparison.Ordinal);
}
