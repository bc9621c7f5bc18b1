using System.Collections.Immutable;
using System.Text.Json;
using System.Xml.Linq;
using Tao.Engine.Gates;
using Tao.Engine.Stages;
using Tao.Specs;

namespace Tao.Engine.Tests.Gates;

public sealed class GateTests
{
    private static readonly StageResult[] _results =
    [
        Result(StageKind.Train, ("mAP", 0.90)) with { Artifacts = [new StageArtifact("model", "model.tlt", "", 1000)] },
        Result(StageKind.Evaluate, ("mAP", 0.80), ("loss", 1.5)),
        Result(StageKind.EvaluateRetrained, ("mAP", 0.79), ("nan", double.NaN)),
        Result(StageKind.Export) with { Artifacts = [new StageArtifact("onnx", "model.onnx", "", 600)] },
        Result(StageKind.Int8Calibrate) with { Artifacts = [new StageArtifact("onnx", "model.int8.onnx", "", 300), new StageArtifact("onnxruntime", "model.int8.ort.onnx", "", 200)] },
        Result(StageKind.EvaluateInt8, ("mAP", 0.78)),
    ];

    private readonly DiagnosticBag _bag = new();

    public static TheoryData<string, string, bool> Bounds => new()
    {
        { "mAP Minimum=0.78", "EvaluateInt8", true },
        { "mAP Minimum=0.7801", "EvaluateInt8", false },
        { "mAP Of=Evaluate Minimum=0.8", "Evaluate", true },
        { "mAP Of=Train Minimum=0.85", "Evaluate", false },
        { "mAP Of=train Minimum=0.79", "Evaluate", true },
        { "loss Maximum=1.5", "Evaluate", true },
        { "loss Maximum=1.4", "Evaluate", false },
        { "mAP Of=Int8 RelativeTo=Retrain MaxDrop=0.01", "EvaluateInt8", true },
        { "mAP Of=Int8 RelativeTo=Retrain MaxDrop=0.009", "EvaluateInt8", false },
        { "mAP Of=Int8 RelativeTo=Train MaxDrop=2.5%", "EvaluateInt8", true },
        { "mAP Of=Int8 RelativeTo=Train MaxDrop=2.4%", "EvaluateInt8", false },
        { "mAP Of=Evaluate RelativeTo=Int8 MaxRise=0.02", "Evaluate", true },
        { "mAP Of=Evaluate RelativeTo=Int8 MaxRise=0.019", "Evaluate", false },
        { "model_bytes Of=Int8 Maximum=200", "Int8Calibrate", true },
        { "model_bytes Maximum=199", "Int8Calibrate", false },
        { "model_bytes Of=Export RelativeTo=Train MaxRise=0", "Export", true },
        { "nan Minimum=0", "EvaluateRetrained", false },
        { "nan Maximum=0", "EvaluateRetrained", false },
    };

    [Theory]
    [MemberData(nameof(Bounds))]
    public void A_metric_is_held_against_its_bound(string gate, string stage, bool passes)
    {
        var verdict = Assert.Single(Judge(gate));

        Assert.Equal((stage, passes), (verdict.Stage.ToString(), verdict.Passed));
        Assert.Empty(_bag.Items);
    }

    [Theory]
    [InlineData("latency_ms Of=Int8 Maximum=10", 10.2, 0.1, true)]
    [InlineData("latency_ms Of=Int8 Maximum=10", 10.4, 0.1, false)]
    [InlineData("latency_ms Of=Int8 Maximum=10 Noise=0", 10.2, 0.1, false)]
    [InlineData("latency_ms Of=Int8 RelativeTo=Export MaxRise=0", 10.5, 0.1, true)]
    [InlineData("latency_ms Of=Int8 RelativeTo=Export MaxRise=0", 10.7, 0.1, false)]
    public void What_is_measured_may_be_off_by_its_noise(string gate, double milliseconds, double deviation, bool passes)
    {
        // The exported model takes 10 ms with the same deviation: two measurements, two bands.
        var metrics = new GateMetrics(_results, result => new MeasuredMetric(result.Stage, result.Stage == StageKind.Export ? 10 : milliseconds, deviation));

        Assert.Equal(passes, Assert.Single(Judge(gate, metrics)).Passed);
    }

    [Theory]
    [InlineData("mAP", "has no bound")]
    [InlineData("mAP Minimum=high", "is no number")]
    [InlineData("mAP Minimum=NaN", "is no number")]
    [InlineData("mAP Minimum=0.9 Maximum=0.1", "Exchange them")]
    [InlineData("mAP MaxDrop=0.1", "names nothing that")]
    [InlineData("mAP RelativeTo=Train", "not how far")]
    [InlineData("mAP MaxDrop=-1 RelativeTo=Train", "Write 0 or more")]
    [InlineData("mAP MaxDrop=x% Baseline=b.json", "is no number")]
    [InlineData("mAP Minimum=0 Noise=-1", "a Noise of -1")]
    public void A_gate_that_makes_no_sense_is_refused(string gate, string expected)
    {
        Assert.Null(Gate.Read(Declare(gate), null, _bag));

        var problem = Assert.Single(_bag.Items);
        Assert.Equal(EngineCodes.GateMisconfigured, problem.Code);
        Assert.Contains(expected, $"{problem.Message} {problem.Remedy}", StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("mPA Minimum=0", "No stage of this build measures 'mPA'.", "mAP")]
    [InlineData("loss Of=Int8 Minimum=0", "'Int8' does not measure 'loss'.", "mAP")]
    [InlineData("mAP Of=Int4 Minimum=0", "there is no such stage", "Int8")]
    [InlineData("latency_ms Of=Train Maximum=5", "'Train' does not measure 'latency_ms'.", "loss")]
    public void A_metric_that_is_not_there_fails(string gate, string message, string remedy)
    {
        Assert.Empty(Judge(gate));

        var problem = Assert.Single(_bag.Items);
        Assert.Equal(EngineCodes.GateMetricMissing, problem.Code);
        Assert.Contains(message, problem.Message, StringComparison.Ordinal);
        Assert.Contains(remedy, problem.Remedy!, StringComparison.Ordinal);
    }

    [Fact]
    public void A_baseline_is_read_back_as_it_was_written()
    {
        using var folder = new Tao.Testing.TemporaryFolder();
        string path = Path.Combine(folder.Path, "baseline.json");
        Baseline.Empty.With("mAP", new MeasuredMetric(StageKind.EvaluateInt8, 0.785)).With("latency_ms", new MeasuredMetric(StageKind.Export, 3.25, 0.5)).Write(path);
        var baseline = Baseline.Read(path)!;

        Assert.Equal(new MeasuredMetric(StageKind.EvaluateInt8, 0.785), baseline.Find(StageKind.EvaluateInt8, "mAP"));
        Assert.Equal(new MeasuredMetric(StageKind.Export, 3.25, 0.5), baseline.Find(StageKind.Export, "latency_ms"));
        Assert.Null(baseline.Find(StageKind.Export, "mAP"));
        Assert.Equal(0.7, baseline.With("mAP", new MeasuredMetric(StageKind.EvaluateInt8, 0.7)).Find(StageKind.EvaluateInt8, "mAP")!.Value.Value);
        Assert.True(Assert.Single(Judge("mAP Baseline=b.json MaxDrop=0.005", baseline: baseline)).Passed);
        Assert.False(Assert.Single(Judge("mAP Baseline=b.json MaxDrop=0.004", baseline: baseline)).Passed);
    }

    [Theory]
    [InlineData(false, "does not exist")]
    [InlineData(true, "has no mAP of EvaluateInt8")]
    public void A_baseline_that_says_nothing_fails(bool exists, string expected)
    {
        Assert.Empty(Judge("mAP Baseline=b.json MaxDrop=0.1", baseline: exists ? Baseline.Empty : null));

        var problem = Assert.Single(_bag.Items);
        Assert.Equal(EngineCodes.BaselineMissing, problem.Code);
        Assert.Contains(expected, problem.Message, StringComparison.Ordinal);
        Assert.Contains("UpdateBaseline", problem.Remedy!, StringComparison.Ordinal);
    }

    [Fact]
    public void The_reports_hold_every_verdict()
    {
        using var folder = new Tao.Testing.TemporaryFolder();
        GateVerdict[] verdicts = [.. Judge("mAP Minimum=0.5"), .. Judge("mAP Of=Int8 RelativeTo=Retrain MaxDrop=0.001")];

        GateReport.Write(folder.Path, "cells & co", verdicts);

        var suite = XDocument.Load(Path.Combine(folder.Path, GateReport.JUnitFile)).Root!.Element("testsuite")!;
        Assert.Equal(("cells & co", "2", "1"), (suite.Attribute("name")!.Value, suite.Attribute("tests")!.Value, suite.Attribute("failures")!.Value));
        string failure = suite.Elements("testcase").Last().Element("failure")!.Attribute("message")!.Value;
        Assert.Equal("mAP of EvaluateInt8 is 0.78; it must be at most 0.001 below EvaluateRetrained (0.79), that is not less than 0.789.", failure);
        using var json = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder.Path, GateReport.JsonFile)));
        Assert.Equal([true, false], json.RootElement.EnumerateArray().Select(verdict => verdict.GetProperty("passed").GetBoolean()));
        Assert.Contains("| ✗ | mAP | EvaluateInt8 | 0.78 |", File.ReadAllText(Path.Combine(folder.Path, GateReport.MarkdownFile)), StringComparison.Ordinal);
    }

    private IReadOnlyList<GateVerdict> Judge(string gate, GateMetrics? metrics = null, Baseline? baseline = null)
    {
        var read = Gate.Read(Declare(gate), null, _bag);
        Assert.NotNull(read);
        return [.. new GateJudge(metrics ?? new GateMetrics(_results, _ => null), _ => baseline, _bag).Judge(read, null)];
    }

    /// <summary>For example <c>mAP Of=Int8 MaxDrop=1%</c>.</summary>
    private static GateDeclaration Declare(string text)
    {
        string[] words = text.Split(' ');
        var values = words[1..].Select(word => word.Split('=')).ToDictionary(pair => pair[0], pair => pair[1]);
        string Of(string name) => values.GetValueOrDefault(name, "");
        return new GateDeclaration(words[0])
        {
            Of = Of("Of"),
            Minimum = Of("Minimum"),
            Maximum = Of("Maximum"),
            MaxDrop = Of("MaxDrop"),
            MaxRise = Of("MaxRise"),
            RelativeTo = Of("RelativeTo"),
            Baseline = Of("Baseline"),
            Noise = Of("Noise"),
        };
    }

    private static StageResult Result(StageKind stage, params (string Name, double Value)[] metrics) => new()
    {
        Stage = stage,
        Network = "ssd",
        Fingerprint = "",
        Metrics = metrics.ToImmutableSortedDictionary(metric => metric.Name, metric => metric.Value, StringComparer.Ordinal),
    };
}
