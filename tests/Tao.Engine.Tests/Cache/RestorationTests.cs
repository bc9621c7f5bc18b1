using Tao.Engine.Cache;
using Tao.Engine.Events;
using Tao.Engine.Stages;
using Tao.Engine.Tests.Stages;
using Tao.Testing;

namespace Tao.Engine.Tests.Cache;

/// <summary>Stages whose results come from the cache.</summary>
[Collection(BuiltProject.Collection)]
public sealed class RestorationTests(BuiltProject built) : IDisposable
{
    private static readonly StageKind[] _cached =
    [
        StageKind.Train, StageKind.Evaluate, StageKind.Prune, StageKind.Retrain, StageKind.EvaluateRetrained, StageKind.Export, StageKind.Int8Calibrate,
        StageKind.EvaluateInt8,
    ];

    private readonly Tao.Testing.TemporaryFolder _cache = new();

    private CacheSettings Settings => new() { Locations = [_cache.Path] };

    [Fact]
    public void A_clone_elsewhere_restores_every_stage_that_takes_time()
    {
        using var first = built.Project.Copy(outputs: false);
        foreach (var stage in BuiltProject.Stages)
            Assert.Equal(StageStatus.Finished, TinyProject.Run(first.Request(stage), Settings).Sink.Last!.Status);
        using var second = built.Project.Copy(outputs: false);

        var runs = BuiltProject.Stages.ToDictionary(stage => stage, stage => TinyProject.Run(second.Request(stage), Settings));

        Assert.Equal(_cached, runs.Where(run => run.Value.Sink.Last!.Status == StageStatus.Restored).Select(run => run.Key));
        foreach (var stage in BuiltProject.Stages)
            Assert.Equal(built.Runs[stage].Result.Fingerprint, runs[stage].Result.Fingerprint);
        AssertSameOutputs(built.Project, second);
        foreach (var stage in BuiltProject.Stages)
            Assert.True(TinyProject.Run(second.Request(stage), Settings).UpToDate, stage.ToString());
    }

    [Fact]
    public void A_restored_stage_tells_what_a_finished_one_tells()
    {
        using var project = built.Project.Copy();
        Forget(project, StageKind.Evaluate);
        var made = TinyProject.Run(project.Request(StageKind.Evaluate), Settings);
        Forget(project, StageKind.Evaluate);

        var restored = TinyProject.Run(project.Request(StageKind.Evaluate), Settings);

        Assert.Equal(StageStatus.Restored, restored.Sink.Last!.Status);
        Assert.StartsWith($"from {_cache.Path}, where its making took ", restored.Sink.Last.Reason, StringComparison.Ordinal);
        Assert.Equal(made.Sink.Events.OfType<MetricEvent>(), restored.Sink.Events.OfType<MetricEvent>());
        Assert.Equal(made.Sink.Events.OfType<ArtifactEvent>(), restored.Sink.Events.OfType<ArtifactEvent>());
        Assert.Equal(made.Result.DurationSeconds, restored.Result.DurationSeconds);
    }

    [Fact]
    public void A_change_taken_back_restores()
    {
        using var project = built.Project.Copy();
        Forget(project, StageKind.Evaluate);
        var before = TinyProject.Run(project.Request(StageKind.Evaluate), Settings);
        project.EditSpec("top_k: 1", "top_k: 2");
        Assert.Equal(StageStatus.Finished, TinyProject.Run(project.Request(StageKind.Evaluate), Settings).Sink.Last!.Status);
        project.EditSpec("top_k: 2", "top_k: 1");

        var after = TinyProject.Run(project.Request(StageKind.Evaluate), Settings);

        Assert.Equal(StageStatus.Restored, after.Sink.Last!.Status);
        Assert.Equal(before.Result.Artifacts, after.Result.Artifacts);
    }

    [Fact]
    public void A_restored_training_replaces_all_of_another_one()
    {
        using var project = built.Project.Copy();
        Forget(project, StageKind.Train);
        TinyProject.Run(project.Request(StageKind.Train), Settings);
        project.Write("obj/tao/Train/checkpoint/last.tlt", "of another run");
        project.Write("obj/tao/Train/weights/squeezenet_003.tlt", "of another run");
        project.Write("obj/tao/Train/events/events.out", "of another run");
        File.Delete(project["obj/tao/Train/result.json"]);

        Assert.Equal(StageStatus.Restored, TinyProject.Run(project.Request(StageKind.Train), Settings).Sink.Last!.Status);

        Assert.Equal(["classmap.json", "model.tlt", "result.json", "training.csv"], project.Files("obj/tao/Train").Select(Path.GetFileName));
    }

    [Fact]
    public void The_curves_of_a_training_come_back_and_the_epochs_models_do_not()
    {
        using var project = built.Project.Copy();
        project.EditSpec("n_workers: 1", "n_workers: 1 visualizer { enabled: true }");
        Forget(project, StageKind.Train);
        TinyProject.Run(project.Request(StageKind.Train), Settings);
        var curves = project.Files("obj/tao/Train/events").ToDictionary(file => file, project.Bytes);
        Assert.NotEmpty(curves);
        Forget(project, StageKind.Train);

        TinyProject.Run(project.Request(StageKind.Train), Settings);

        Assert.Equal(curves.Keys, project.Files("obj/tao/Train/events"));
        Assert.All(curves, curve => Assert.Equal(curve.Value, project.Bytes(curve.Key)));
        Assert.False(Directory.Exists(project["obj/tao/Train/weights"]));
    }

    [Fact]
    public void A_damaged_cache_costs_a_run_and_no_checkpoint()
    {
        using var project = built.Project.Copy();
        Forget(project, StageKind.Train);
        TinyProject.Run(project.Request(StageKind.Train), Settings);
        foreach (string blob in Directory.EnumerateFiles(Path.Combine(_cache.Path, "cas")))
            File.AppendAllText(blob, "x");
        Forget(project, StageKind.Train);
        project.Write("obj/tao/Train/checkpoint/kept", "what a run would go on from");

        Assert.Equal("there is no record of an earlier run", ReasonWithCache(project, StageKind.Train));

        Assert.Equal(["obj/tao/Train/checkpoint/kept"], project.Files("obj/tao/Train"));
    }

    [Fact]
    public void A_result_that_vanishes_before_it_is_stored_is_a_warning()
    {
        using var project = built.Project.Copy();
        Forget(project, StageKind.Evaluate);
        var sink = new RecordingSink(found =>
        {
            if (found is StageEvent { Status: StageStatus.Finished })
                File.Delete(project["obj/tao/Evaluate/per_class.csv"]);
        });
        using var cache = new StageCache(Settings, _ => null, sink);

        new StageRunner(sink, new TickingClock()) { Cache = cache }.Run(project.Request(StageKind.Evaluate), CancellationToken.None);

        Assert.Equal("TAO5302", Assert.Single(sink.Events.OfType<DiagnosticEvent>()).Code);
        Assert.False(Directory.Exists(Path.Combine(_cache.Path, "ac")));
    }

    [Fact]
    public void Looking_at_images_and_specs_is_never_restored()
    {
        using var project = built.Project.Copy(outputs: false);
        foreach (var stage in new[] { StageKind.ValidateSpec, StageKind.ConvertDataset })
        {
            TinyProject.Run(project.Request(stage), Settings);
            Forget(project, stage);
            Assert.Equal(StageStatus.Finished, TinyProject.Run(project.Request(stage), Settings).Sink.Last!.Status);
        }
        Assert.Empty(Directory.EnumerateFiles(_cache.Path, "*", SearchOption.AllDirectories));
    }

    [Fact]
    public void A_dataset_outside_of_the_project_changes_no_fingerprint()
    {
        using var data = new Tao.Testing.TemporaryFolder();
        using var inside = built.Project.Copy();
        using var outside = built.Project.Copy(outputs: false);
        foreach (string file in outside.Files("data"))
            data.Write(file, outside.Bytes(file));
        Directory.Delete(outside["data"], recursive: true);
        outside.EditSpec("\"data/", $"\"{data.Path}/data/");

        foreach (var stage in BuiltProject.Stages.Except([StageKind.Inference]))
        {
            string fingerprint = TinyProject.Run(outside.Request(stage)).Result.Fingerprint;
            if (stage != StageKind.ConvertDataset)
                Assert.Equal(built.Runs[stage].Result.Fingerprint, fingerprint);
        }
    }

    public void Dispose() => _cache.Dispose();

    private static void Forget(TinyProject project, StageKind stage) => Directory.Delete(project[TinyProject.Output(stage)], recursive: true);

    private static void AssertSameOutputs(TinyProject expected, TinyProject actual)
    {
        string[] files = [.. expected.Files("obj").Where(file => !file.Contains("/weights/", StringComparison.Ordinal))];
        Assert.Equal(files, actual.Files("obj"));
        foreach (string file in files.Where(file => !file.EndsWith("/result.json", StringComparison.Ordinal)))
            Assert.True(expected.Bytes(file).AsSpan().SequenceEqual(actual.Bytes(file)), file);
    }

    /// <summary>Why the stage runs although the cache was asked; it is stopped before it does anything.</summary>
    private string? ReasonWithCache(TinyProject project, StageKind stage)
    {
        string? reason = null;
        var sink = new RecordingSink(found =>
        {
            if (found is not StageEvent { Status: StageStatus.Started } started)
                return;
            reason = started.Reason;
            throw new OperationCanceledException();
        });
        using var cache = new StageCache(Settings, _ => null, sink);
        Assert.Throws<OperationCanceledException>(() => new StageRunner(sink, new TickingClock()) { Cache = cache }.Run(project.Request(stage), CancellationToken.None));
        return reason;
    }
}
