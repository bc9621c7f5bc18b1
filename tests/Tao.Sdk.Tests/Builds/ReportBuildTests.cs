namespace Tao.Sdk.Tests.Builds;

/// <summary>The page that a build leaves.</summary>
[Collection(BuiltModel.Collection)]
public sealed class ReportBuildTests(BuiltModel built)
{
    [Fact]
    public async Task It_is_written_again_when_a_stage_ran_and_then_says_what_changed()
    {
        using var project = built.Project.Copy(keepTimes: true);
        string page = project["bin/Debug/report.html"];
        byte[] first = File.ReadAllBytes(page);

        var nothing = (await project.BuildAsync()).MustSucceed();
        Assert.False(nothing.WroteReport);
        Assert.Equal(first, File.ReadAllBytes(page));

        project.EditSpec("top_k: 1", "top_k: 2");
        Assert.True((await project.BuildAsync()).MustSucceed().WroteReport);
        Assert.Contains("<code>spec.eval_config.top_k: 1 -&gt; 2</code>", File.ReadAllText(page));
    }

    [Fact]
    public async Task A_failed_gate_is_on_it()
    {
        using var project = built.Project.Copy(keepTimes: true);
        string text = File.ReadAllText(project["model.taoproj"]);
        project.Write("model.taoproj", text.Replace("  </ItemGroup>", "    <TaoGate Include=\"accuracy\" Minimum=\"2\" />\n  </ItemGroup>", StringComparison.Ordinal));

        Assert.Equal(1, (await project.BuildAsync()).ExitCode);

        Assert.Contains("1 of 1 gates failed.", File.ReadAllText(project["bin/Debug/report.html"]));
    }

    [Fact]
    public async Task A_project_can_do_without()
    {
        using var project = built.Project.Copy(keepTimes: true);
        Directory.Delete(project["bin"], recursive: true);

        var outcome = (await project.BuildAsync("-p:TaoReport=false")).MustSucceed();

        Assert.False(outcome.WroteReport);
        Assert.True(File.Exists(project["bin/Debug/model.onnx"]));
    }
}
