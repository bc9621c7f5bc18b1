namespace Tao.Sdk.Tests.Builds;

public sealed class MistakeTests(PackedSdk sdk)
{
    [Fact]
    public async Task A_mistake_in_the_spec_is_an_error_on_its_line()
    {
        using var project = ModelProject.Create(sdk);
        project.EditSpec("n_epochs: 2", "n_epoch: 2");

        var outcome = await project.BuildAsync();

        int line = 1 + File.ReadLines(project.SpecFile).TakeWhile(text => !text.Contains("n_epoch:", StringComparison.Ordinal)).Count();
        Assert.Equal(1, outcome.ExitCode);
        Assert.Matches($@"{System.Text.RegularExpressions.Regex.Escape(project.SpecFile)}\({line},3\): error TAO1\d\d\d: .*n_epochs", outcome.Output);
        Assert.DoesNotContain("   at ", outcome.Output);
        Assert.False(Directory.Exists(project["bin"]));
        Assert.Empty(Directory.EnumerateFiles(project["obj"], "result.json", SearchOption.AllDirectories));
    }

    [Theory]
    [InlineData("-p:TaoSpec=specs/none.txt", "TAO5106")]
    [InlineData("-p:TaoStages=Retrain", "TAO5108")]
    [InlineData("-p:TaoSeed=many", "TAO5105")]
    public async Task A_mistake_in_the_project_is_an_error_of_the_project(string argument, string code)
    {
        using var project = ModelProject.Create(sdk);

        var outcome = await project.BuildAsync(argument);

        Assert.Equal(1, outcome.ExitCode);
        Assert.Matches($@"model\.taoproj.*: error {code}: ", outcome.Output);
        Assert.Empty(outcome.StartedStages);
    }

    [Fact]
    public async Task A_design_time_build_runs_nothing()
    {
        using var project = ModelProject.Create(sdk);

        var outcome = (await project.BuildAsync("-p:DesignTimeBuild=true")).MustSucceed();

        Assert.Empty(outcome.StartedStages);
        Assert.False(Directory.Exists(project["obj/Debug/tao"]));
    }
}
