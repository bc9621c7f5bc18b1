namespace Tao.Architecture.Tests.Readme;

/// <summary>The README's picture shows the stages that there are; with <c>TAO_UPDATE_GOLDENS=1</c> the test draws it anew.</summary>
public sealed class StagePictureTests
{
    private const string Picture = "build/readme/stages.svg";

    [Fact]
    public void The_picture_shows_the_stages_of_a_build()
    {
        string drawn = StagePicture.Draw(StageGraph.Read());
        if (Environment.GetEnvironmentVariable("TAO_UPDATE_GOLDENS") == "1")
            File.WriteAllText(Path.Combine(Repository.Root, Picture), drawn);
        Assert.Equal(drawn, Repository.Read(Picture), ignoreLineEndingDifferences: true);
        Assert.Contains($"]({Picture})", Repository.Read("README.md"));
    }

    [Fact]
    public void The_README_names_every_stage()
    {
        string readme = Repository.Read("README.md");
        Assert.All(StageGraph.Read().Stages, stage => Assert.Contains(stage, readme));
    }
}
