namespace Tao.Sdk.Tests.Builds;

/// <summary>A model that goes on from the training of another.</summary>
[Collection(BuiltModel.Collection)]
public sealed class PretrainedReferenceTests(BuiltModel built)
{
    private const string Second =
        """
        <Project Sdk="Tao.Sdk/0.1.0">
          <PropertyGroup>
            <TaoSpec>../specs/second.txt</TaoSpec>
            <TaoStages>Evaluate</TaoStages>
          </PropertyGroup>
          <ItemGroup>
            <ProjectReference Include="../model.taoproj" />
            <TaoDataset Include="../data/train" Role="train" />
            <TaoDataset Include="../data/val" Role="val" />
            <TaoDataset Include="../data/test" Role="test" />
          </ItemGroup>
        </Project>
        """;

    [Fact]
    public async Task It_starts_from_the_trained_model_and_runs_again_with_it()
    {
        using var project = WithSecond();

        var first = (await BuildAsync(project, "-graph")).MustSucceed();
        Assert.Equal(["ValidateSpec", "ConvertDataset", "Train", "Evaluate"], first.StartedStages);
        Assert.Contains("obj/Debug/tao/Train/model.tlt", File.ReadAllText(project["second/obj/Debug/tao/Train.request.json"]));
        Assert.Empty((await BuildAsync(project)).MustSucceed().StartedStages);

        project.EditSpec("n_epochs: 2", "n_epochs: 1");
        var explained = (await BuildAsync(project, "-t:TaoExplain")).MustSucceed();
        Assert.Empty(explained.StartedStages);
        Assert.Equal(2, explained.ExplainedStages.Count(stage => stage == "Train"));
        Assert.Contains("its pretrained model comes from Train of another project", explained.Output);

        var again = (await BuildAsync(project, "-t:Train")).MustSucceed();
        Assert.Equal(2, again.StartedStages.Count(stage => stage == "Train"));
    }

    [Fact]
    public async Task What_was_never_built_is_explained_too()
    {
        using var project = WithSecond();
        Directory.Delete(project["obj"], recursive: true);

        var explained = (await BuildAsync(project, "-t:TaoExplain")).MustSucceed();

        Assert.Empty(explained.StartedStages);
        Assert.Equal(2, explained.ExplainedStages.Count(stage => stage == "Train"));
    }

    [Fact]
    public async Task After_a_wrong_reference_nothing_runs()
    {
        using var project = WithSecond();
        project.Write("app.csproj", "<Project />");
        project.Write("second/second.taoproj", Second.Replace("../model.taoproj", "../app.csproj", StringComparison.Ordinal));

        var outcome = await BuildAsync(project, "-p:TaoPretrainedModel=" + project["obj/Debug/tao/Train/model.tlt"]);

        Assert.Equal(1, outcome.ExitCode);
        Assert.Contains("error TAO5110", outcome.Output);
        Assert.Empty(outcome.StartedStages);
    }

    [Fact]
    public async Task What_it_refers_to_must_be_a_model_that_is_there()
    {
        using var project = WithSecond();
        project.Write("second/second.taoproj", Second.Replace("../model.taoproj", "../app.csproj;../nowhere.taoproj", StringComparison.Ordinal));

        var outcome = await BuildAsync(project);

        Assert.Equal(1, outcome.ExitCode);
        Assert.Contains("second.taoproj : error TAO5110: A model cannot refer to ../app.csproj.", outcome.Output);
        Assert.Contains("error TAO5110: The referred project ../nowhere.taoproj does not exist.", outcome.Output);
    }

    private ModelProject WithSecond()
    {
        var project = built.Project.Copy(keepTimes: true);
        project.Write("second/second.taoproj", Second);
        project.Write("specs/second.txt", ModelProject.Spec.Replace("n_epochs: 2", "n_epochs: 1", StringComparison.Ordinal));
        return project;
    }

    private static Task<BuildOutcome> BuildAsync(ModelProject project, params string[] arguments) =>
        DotNet.RunAsync(project["second"], ["build", "-tl:off", "-nr:false", "-v:n", .. arguments], TestContext.Current.CancellationToken);
}
