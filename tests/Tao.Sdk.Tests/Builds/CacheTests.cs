namespace Tao.Sdk.Tests.Builds;

/// <summary>What was built once, anywhere, is not built again.</summary>
[Collection(BuiltModel.Collection)]
public sealed class CacheTests(CachedBuild cached) : IClassFixture<CachedBuild>
{
    /// <summary>Their work is to look at what is there.</summary>
    private static readonly string[] _lookers = ["ValidateSpec", "ConvertDataset"];

    /// <summary>It says when it was written, so that two builds in different minutes differ in it.</summary>
    private const string _report = "report.html";

    private static readonly string[] _restored = ["Train", "Evaluate", "Prune", "Retrain", "EvaluateRetrained", "Export", "Int8Calibrate", "EvaluateInt8"];

    [Fact]
    public async Task Another_clone_builds_from_the_server_without_a_training_step()
    {
        Assert.Equal([.. _lookers, .. _restored], cached.FirstBuild.StartedStages);
        using var clone = CloneWithoutOutputs();

        var outcome = (await clone.BuildAsync(CachedBuild.In(cached.Server.Address + "/team"))).MustSucceed();

        Assert.Equal(_lookers, outcome.StartedStages);
        Assert.Equal(_restored, outcome.RestoredStages);
        Assert.DoesNotContain("epoch ", outcome.Output);
        Assert.Contains($"Train: restored (from {cached.Server.Address}/team, where its making took ", outcome.Output);
        AssertSameModel(clone);

        var again = (await clone.BuildAsync(CachedBuild.In(cached.Server.Address + "/team"))).MustSucceed();
        Assert.Empty(again.StartedStages);
        Assert.Empty(again.RestoredStages);
        Assert.Empty(again.CheckedStages);
    }

    [Fact]
    public async Task An_explanation_says_what_would_be_restored()
    {
        using var clone = CloneWithoutOutputs();

        var outcome = (await clone.ExplainAsync(CachedBuild.In(clone["empty"], cached.Server.Address + "/team"))).MustSucceed();

        Assert.Equal(_lookers, outcome.ExplainedStages);
        Assert.Equal(_restored, _restored.Where(stage => outcome.Output.Contains($" {stage}: would restore from the cache (", StringComparison.Ordinal)));
        Assert.False(Directory.Exists(clone["obj/Debug/tao/Train"]));
    }

    [Fact]
    public async Task What_was_deleted_comes_back_from_the_users_folder()
    {
        using var project = CloneWithoutOutputs();

        var outcome = (await project.BuildAsync(CachedBuild.In(cached.Folder))).MustSucceed();

        Assert.Equal(_lookers, outcome.StartedStages);
        Assert.Equal(_restored, outcome.RestoredStages);
        AssertSameModel(project);
    }

    [Fact]
    public async Task A_change_taken_back_restores_what_it_had_made_again()
    {
        using var project = cached.Project.Copy();
        project.EditSpec("top_k: 1", "top_k: 2");
        (await project.BuildAsync("-t:Evaluate", CachedBuild.In(cached.Folder), "-p:TaoCacheReadOnly=true")).MustSucceed();
        project.EditSpec("top_k: 2", "top_k: 1");

        var outcome = (await project.BuildAsync("-t:Evaluate", CachedBuild.In(cached.Folder))).MustSucceed();

        Assert.Equal(["ValidateSpec"], outcome.StartedStages);
        Assert.Equal(["Evaluate"], outcome.RestoredStages);
    }

    [Fact]
    public async Task Another_cache_makes_nothing_stale()
    {
        using var project = cached.Project.Copy();
        await project.BuildAsync("-p:TaoCache=off");

        var outcome = (await project.BuildAsync(CachedBuild.In(cached.Folder), "-p:TaoCacheDevice=loose")).MustSucceed();

        Assert.Empty(outcome.CheckedStages);
        Assert.Empty(outcome.StartedStages);
    }

    [Fact]
    public async Task A_server_that_is_not_there_is_a_warning()
    {
        using var project = cached.Project.Copy();
        Directory.Delete(project["obj/Debug/tao/Evaluate"], recursive: true);

        var outcome = (await project.BuildAsync("-t:Evaluate", "-p:TaoCache=http://localhost:9/")).MustSucceed();

        Assert.Equal(["Evaluate"], outcome.StartedStages);
        Assert.Matches("warning TAO5302: The cache http://localhost:9 is not used: ", outcome.Output);
    }

    [Fact]
    public async Task A_setting_that_makes_no_sense_is_an_error()
    {
        using var project = cached.Project.Copy();
        Directory.Delete(project["obj/Debug/tao/Evaluate"], recursive: true);

        var outcome = await project.BuildAsync("-t:Evaluate", "-p:TaoCache=ftp://host/models");

        Assert.Equal(1, outcome.ExitCode);
        Assert.Matches(@"error TAO5301: .*'ftp://host/models'", outcome.Output);
        Assert.Empty(outcome.StartedStages);
    }

    private ModelProject CloneWithoutOutputs()
    {
        var clone = cached.Project.Copy();
        Directory.Delete(clone["obj"], recursive: true);
        Directory.Delete(clone["bin"], recursive: true);
        return clone;
    }

    private void AssertSameModel(ModelProject project)
    {
        string[] files = [.. Directory.EnumerateFiles(cached.Project["bin/Debug"]).Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal)];
        Assert.Equal(files, Directory.EnumerateFiles(project["bin/Debug"]).Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal));
        Assert.All(files.Except([_report]), file => Assert.Equal(File.ReadAllBytes(cached.Project[$"bin/Debug/{file}"]), File.ReadAllBytes(project[$"bin/Debug/{file}"])));
    }
}
