using System.Text.Json;
using System.Xml.Linq;

namespace Tao.Sdk.Tests.Builds;

/// <summary>Gates in real builds; the metrics are those of the built model.</summary>
[Collection(BuiltModel.Collection)]
public sealed class GateBuildTests(BuiltModel built)
{
    [Fact]
    public async Task Gates_that_hold_let_the_build_pass_and_need_nothing_the_second_time()
    {
        using var project = With("""<TaoGate Include="accuracy" Minimum="0" /><TaoGate Include="latency_ms" Of="Int8" Maximum="10000" /><TaoGate Include="model_bytes" Of="Int8" RelativeTo="Train" MaxRise="0" />""");

        var first = (await project.BuildAsync()).MustSucceed();
        var second = (await project.BuildAsync()).MustSucceed();

        Assert.Equal(["Gate"], first.StartedStages);
        Assert.Empty(second.StartedStages);
        Assert.DoesNotContain("Gate: up to date", second.Output);
        using var verdicts = JsonDocument.Parse(File.ReadAllText(project["bin/Debug/gates.json"]));
        Assert.Equal(3, verdicts.RootElement.GetArrayLength());
        Assert.True(verdicts.RootElement[1].GetProperty("value").GetDouble() > 0);
    }

    [Fact]
    public async Task Gates_that_fail_are_errors_at_their_lines_and_fail_again()
    {
        using var project = With("""
                <TaoGate Include="accuracy" Minimum="1.5" />
                <TaoGate Include="accuracy" Of="Int8" RelativeTo="Retrain" MaxDrop="0" Minimum="2" />
            """);
        Directory.Delete(project["bin"], recursive: true);

        var first = await project.BuildAsync();
        var second = await project.BuildAsync();

        foreach (var outcome in new[] { first, second })
        {
            Assert.Equal(1, outcome.ExitCode);
            Assert.Matches(@"model\.taoproj\(12,\d+\): error TAO4101: accuracy of \w+ is [\d.]+; it must be at least 1\.5", outcome.Output);
            Assert.Matches(@"model\.taoproj\(13,\d+\): error TAO4101: accuracy of EvaluateInt8 is [\d.]+; it must be at least 2", outcome.Output);
        }
        Assert.False(File.Exists(project["bin/Debug/model.onnx"]));
        Assert.True(File.Exists(project["obj/Debug/tao/Export/model.onnx"]));
        Assert.True(int.Parse(XDocument.Load(project["bin/Debug/gates.junit.xml"]).Root!.Element("testsuite")!.Attribute("failures")!.Value, System.Globalization.CultureInfo.InvariantCulture) >= 2);
    }

    [Fact]
    public async Task A_metric_that_nobody_measures_fails()
    {
        using var project = With("""<TaoGate Include="acuracy" Minimum="0.5" />""");

        var outcome = await project.BuildAsync();

        Assert.Equal(1, outcome.ExitCode);
        Assert.Contains("error TAO4102: No stage of this build measures 'acuracy'.", outcome.Output);
        Assert.Contains("accuracy", outcome.Output);
    }

    [Fact]
    public async Task A_baseline_is_taken_and_held()
    {
        using var project = With("""<TaoGate Include="loss" Of="Evaluate" MaxRise="0" Baseline="baseline.json" />""");

        var missing = await project.BuildAsync();
        Assert.Equal(1, missing.ExitCode);
        Assert.Contains("error TAO4104", missing.Output);

        (await project.BuildAsync("-t:UpdateBaseline")).MustSucceed();
        Assert.Contains("\"loss\"", File.ReadAllText(project["baseline.json"]));
        (await project.BuildAsync()).MustSucceed();

        string baseline = File.ReadAllText(project["baseline.json"]);
        using var json = JsonDocument.Parse(baseline);
        string loss = json.RootElement.GetProperty("Evaluate").GetProperty("loss").GetRawText();
        project.Write("baseline.json", baseline.Replace(loss, "0.0001", StringComparison.Ordinal));
        var worse = await project.BuildAsync();
        Assert.Equal(1, worse.ExitCode);
        Assert.Contains("it must be at most 0 above baseline.json (0.0001)", worse.Output);

        (await project.BuildAsync("-t:UpdateBaseline")).MustSucceed();
        Assert.Equal(baseline, File.ReadAllText(project["baseline.json"]));
    }

    private ModelProject With(string gates)
    {
        var project = built.Project.Copy(keepTimes: true);
        string text = File.ReadAllText(project["model.taoproj"]);
        project.Write("model.taoproj", text.Replace("  </ItemGroup>", $"{gates.TrimStart('\n')}\n  </ItemGroup>", StringComparison.Ordinal));
        return project;
    }
}
