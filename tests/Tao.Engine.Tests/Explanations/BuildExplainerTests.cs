using System.Collections.Immutable;
using Tao.Engine.Cache;
using Tao.Engine.Explanations;
using Tao.Engine.Stages;
using Tao.Engine.Tests.Stages;
using Tao.Imaging;
using Tao.Specs;
using Tao.Testing;

namespace Tao.Engine.Tests.Explanations;

[Collection(BuiltProject.Collection)]
public sealed class BuildExplainerTests(BuiltProject built)
{
    [Fact]
    public void After_a_build_everything_is_up_to_date_and_nothing_is_written()
    {
        using var project = built.Project.Copy();
        var before = Contents(project);

        var explanations = Explain(project);

        Assert.All(explanations, explanation => Assert.Equal(StageVerdict.UpToDate, explanation.Verdict));
        Assert.All(explanations, explanation => Assert.Empty(explanation.Reasons));
        Assert.Equal(before, Contents(project));
    }

    [Fact]
    public void A_field_that_training_reads_runs_it_and_what_stands_behind_depends_on_what_it_makes()
    {
        using var project = built.Project.Copy();
        project.EditSpec("n_epochs: 2", "n_epochs: 80");

        var explanations = Explain(project);

        var train = explanations.Single(explanation => explanation.Stage == StageKind.Train);
        Assert.Equal(StageVerdict.WouldRun, train.Verdict);
        Assert.Equal(["spec.train_config.n_epochs: 2 -> 80"], train.Reasons);
        Assert.Equal(built.Runs[StageKind.Train].Result.DurationSeconds, train.ExpectedSeconds);
        var prune = explanations.Single(explanation => explanation.Stage == StageKind.Prune);
        Assert.Equal((StageVerdict.Depends, "its model comes from Train"), (prune.Verdict, prune.Reasons.Single()));
        var retrain = explanations.Single(explanation => explanation.Stage == StageKind.Retrain);
        Assert.Equal(StageVerdict.WouldRun, retrain.Verdict);
        Assert.Equal(["spec.train_config.n_epochs: 2 -> 80", "its model comes from Prune"], retrain.Reasons);
        Assert.Equal(StageVerdict.UpToDate, explanations.Single(explanation => explanation.Stage == StageKind.ConvertDataset).Verdict);
    }

    [Fact]
    public void Images_are_counted_and_only_the_stages_that_read_them_run()
    {
        using var project = built.Project.Copy();
        project.Draw("data/test", 2, 300, 2);
        project.Write("data/test/class0/150.png", ImageCodec.EncodePng(TinyImages.Draw(1, 400)));
        File.Move(project["data/test/class0/151.png"], project["data/test/class0/moved.png"]);

        var explanations = Explain(project);

        Assert.Equal(
            [StageKind.ConvertDataset, StageKind.Evaluate, StageKind.EvaluateRetrained, StageKind.Export, StageKind.EvaluateInt8, StageKind.Inference],
            explanations.Where(explanation => explanation.Verdict != StageVerdict.UpToDate).Select(explanation => explanation.Stage));
        Assert.Equal(["test: 4 images added, 1 renamed, 1 changed"], explanations.Single(explanation => explanation.Stage == StageKind.Evaluate).Reasons);
    }

    [Fact]
    public void A_result_in_the_cache_is_restored_and_what_stands_behind_is_judged_by_it()
    {
        using var project = built.Project.Copy();
        var known = BuiltProject.Stages.Select(stage => built.Runs[stage].Result).ToDictionary(result => result.Fingerprint);
        foreach (string folder in Directory.GetDirectories(project["obj/tao"]))
            Directory.Delete(folder, recursive: true);

        var explanations = Explain(project, key => known.GetValueOrDefault(key.Fingerprint));

        Assert.Equal(BuiltProject.Stages, explanations.Select(explanation => explanation.Stage));
        Assert.Equal(
            [StageKind.ValidateSpec, StageKind.ConvertDataset, StageKind.Inference],
            explanations.Where(explanation => explanation.Verdict != StageVerdict.WouldRestore).Select(explanation => explanation.Stage));
    }

    [Fact]
    public void Of_a_project_that_was_never_built_every_stage_would_run()
    {
        using var project = built.Project.Copy(outputs: false);

        var explanations = Explain(project);

        Assert.All(explanations, explanation => Assert.Equal(StageVerdict.WouldRun, explanation.Verdict));
        Assert.All(explanations, explanation => Assert.Equal("there is no record of an earlier run", explanation.Reasons[0]));
        Assert.All(explanations, explanation => Assert.Null(explanation.ExpectedSeconds));
        Assert.False(Directory.Exists(project["obj"]));
    }

    [Fact]
    public void A_deleted_artifact_is_made_again()
    {
        using var project = built.Project.Copy();
        File.Delete(project["obj/tao/Export/model.onnx"]);

        var export = Explain(project).Single(explanation => explanation.Verdict == StageVerdict.WouldRun);

        Assert.Equal(StageKind.Export, export.Stage);
        Assert.Equal(["an artifact is missing or was changed"], export.Reasons);
    }

    [Fact]
    public void A_program_that_would_make_the_data_leaves_it_unknown()
    {
        using var project = built.Project.Copy();
        Directory.Delete(project["data"], recursive: true);

        var explanations = Explain(project, generators: ["draw.cs"]);

        var convert = explanations.Single(explanation => explanation.Stage == StageKind.ConvertDataset);
        Assert.Equal((StageVerdict.Depends, "its data comes from draw.cs"), (convert.Verdict, convert.Reasons.Single()));
        Assert.Contains("its dataset comes from ConvertDataset", explanations.Single(explanation => explanation.Stage == StageKind.Train).Reasons);
    }

    [Fact]
    public void Another_device_trains_and_evaluates_again()
    {
        using var project = built.Project.Copy();

        var explanations = Explain(project, change: request => request with { Device = "cuda" });

        Assert.Equal(["device: cpu -> cuda"], explanations.Single(explanation => explanation.Stage == StageKind.Train).Reasons);
    }

    [Fact]
    public void A_record_of_another_engine_runs_again()
    {
        using var project = built.Project.Copy();
        string record = "obj/tao/Train/result.json", json = File.ReadAllText(project[record]);
        string fingerprint = built.Runs[StageKind.Train].Result.Fingerprint;
        project.Write(record, json.Replace($"\"engine\": \"{EngineVersion.Current}\"", "\"engine\": \"0.0.1\"", StringComparison.Ordinal).Replace(fingerprint, new string('0', 64), StringComparison.Ordinal));

        var train = Explain(project).Single(explanation => explanation.Stage == StageKind.Train);

        Assert.Equal([$"engine: 0.0.1 -> {EngineVersion.Current}"], train.Reasons);
    }

    [Fact]
    public void A_broken_spec_is_reported_with_all_its_mistakes()
    {
        using var project = built.Project.Copy();
        project.EditSpec("n_epochs: 2", "n_epochs: \"two\" epochs: 3");

        var mistakes = Assert.Throws<TaoException>(() => Explain(project));

        Assert.True(mistakes.Diagnostics.Count >= 2);
    }

    private static ImmutableArray<StageExplanation> Explain(
        TinyProject project, Func<CacheKey, StageResult?>? recorded = null, IReadOnlyList<string>? generators = null, Func<StageRequest, StageRequest>? change = null)
    {
        var explainer = new BuildExplainer(new RecordingSink(null), new TickingClock(), recorded ?? (_ => null), generators ?? []);
        return explainer.Explain([.. BuiltProject.Stages.Select(stage => (change ?? (request => request))(project.Request(stage)))], TestContext.Current.CancellationToken);
    }

    private static Dictionary<string, (DateTime, string)> Contents(TinyProject project) =>
        project.Files().ToDictionary(file => file, file => (File.GetLastWriteTimeUtc(project[file]), Convert.ToBase64String(project.Bytes(file))));
}
