using System.Text.Json;
using Tao.Engine.Artifacts;
using Tao.Engine.Events;
using Tao.Engine.IO;
using Tao.Engine.Stages;
using Tao.Onnx;
using Tao.Onnx.Calibration;

namespace Tao.Engine.Tests.Stages;

/// <summary>All stages, one after the other, as a build runs them.</summary>
[Collection(BuiltProject.Collection)]
public sealed class ChainTests(BuiltProject built)
{
    public static TheoryData<StageKind, string> Artifacts => new()
    {
        { StageKind.ValidateSpec, "effective-spec.json" },
        { StageKind.ConvertDataset, "dataset.json" },
        { StageKind.Train, "classmap.json training.csv model.tlt" },
        { StageKind.Evaluate, "confusion_matrix.csv examples.json per_class.csv" },
        { StageKind.Prune, "pruning.csv model.tlt" },
        { StageKind.Retrain, "classmap.json training.csv model.tlt" },
        { StageKind.EvaluateRetrained, "confusion_matrix.csv examples.json per_class.csv" },
        { StageKind.Export, "labels.txt model.json model.onnx" },
        { StageKind.Int8Calibrate, "calibration.cache float_layers.csv int8_layers.csv model.int8.onnx model.int8.ort.onnx tensor_scales.json" },
        { StageKind.EvaluateInt8, "confusion_matrix.csv per_class.csv" },
        { StageKind.Inference, "result.csv" },
    };

    [Theory]
    [MemberData(nameof(Artifacts))]
    public void Every_stage_records_the_files_it_made(StageKind stage, string files)
    {
        var result = built.Runs[stage].Result;
        Assert.Equal(files.Split(' ').Order(), result.Artifacts.Select(artifact => artifact.Path).Order());
        foreach (var artifact in result.Artifacts)
        {
            string path = built.Project[$"{TinyProject.Output(stage)}/{artifact.Path}"];
            Assert.Equal(artifact.Sha256, ContentHash.OfFile(path));
            Assert.Equal(artifact.Bytes, new FileInfo(path).Length);
        }
        Assert.Equal(result.Artifacts.Length, built.Runs[stage].Sink.Events.OfType<ArtifactEvent>().Count());
        Assert.Equal(StageStatus.Finished, built.Runs[stage].Sink.Last!.Status);
        Assert.Equal("there is no record of an earlier run", built.Runs[stage].Reason);
    }

    [Theory]
    [MemberData(nameof(Artifacts))]
    public void A_second_run_has_nothing_to_do(StageKind stage, string files)
    {
        Assert.NotEmpty(files);
        byte[] record = built.Project.Bytes($"{TinyProject.Output(stage)}/result.json");
        var second = built.Project.Run(stage);
        Assert.True(second.UpToDate);
        Assert.Equal(Json(built.Runs[stage].Result), Json(second.Result));
        Assert.Equal(record, built.Project.Bytes($"{TinyProject.Output(stage)}/result.json"));
        Assert.Equal(built.Runs[stage].Result.Artifacts.Length, second.Sink.Events.OfType<ArtifactEvent>().Count());
    }

    [Theory]
    [MemberData(nameof(Artifacts))]
    public void A_damaged_or_missing_artifact_makes_the_stage_run_again(StageKind stage, string files)
    {
        using var copy = built.Project.Copy();
        foreach (string file in files.Split(' '))
        {
            string path = copy[$"{TinyProject.Output(stage)}/{file}"];
            byte[] whole = File.ReadAllBytes(path);
            File.WriteAllBytes(path, [.. whole[..^1], (byte)(whole[^1] ^ 1)]);
            Assert.Equal("an artifact is missing or was changed", ReasonToRun(copy, stage));
            File.Delete(path);
            Assert.Equal("an artifact is missing or was changed", ReasonToRun(copy, stage));
            File.WriteAllBytes(path, whole);
            Assert.Null(ReasonToRun(copy, stage));
        }
    }

    [Fact]
    public void The_same_project_elsewhere_makes_the_same_bytes()
    {
        using var elsewhere = built.Project.Copy(outputs: false);
        foreach (var stage in BuiltProject.Stages)
            elsewhere.Run(stage);
        Assert.Equal(built.Project.Files("obj"), elsewhere.Files("obj"));
        foreach (string file in built.Project.Files("obj").Where(file => !file.EndsWith("/result.json", StringComparison.Ordinal)))
            Assert.True(built.Project.Bytes(file).AsSpan().SequenceEqual(elsewhere.Bytes(file)), file);
        foreach (var stage in BuiltProject.Stages)
            Assert.Equal(built.Runs[stage].Result.Fingerprint, elsewhere.Run(stage).Result.Fingerprint);
    }

    [Fact]
    public void A_copy_with_its_outputs_is_up_to_date()
    {
        using var copy = built.Project.Copy();
        foreach (var stage in BuiltProject.Stages)
            Assert.True(copy.Run(stage).UpToDate, stage.ToString());
    }

    [Fact]
    public void The_models_parse_and_name_their_parents()
    {
        var trained = Model(StageKind.Train);
        var pruned = Model(StageKind.Prune);
        var retrained = Model(StageKind.Retrain);
        Assert.Equal(["class0", "class1"], trained.LabelSets.Single().Classes);
        Assert.Null(trained.Manifest.ParentSha256);
        Assert.Equal(Hash(StageKind.Train), pruned.Manifest.ParentSha256);
        Assert.Equal(Hash(StageKind.Prune), retrained.Manifest.ParentSha256);
        Assert.True(pruned.Model.Weights.ParameterCount < trained.Model.Weights.ParameterCount);
        Assert.Equal(pruned.Model.Weights.ParameterCount, retrained.Model.Weights.ParameterCount);
        Assert.Null(retrained.OptimizerState);
        Assert.Null(retrained.TrainingStateJson);
        Assert.Equal(built.Runs[StageKind.Train].Result.Fingerprint, trained.Manifest.SpecFingerprint);
    }

    [Fact]
    public void Metrics_are_possible_values()
    {
        foreach (var (stage, run) in built.Runs)
            Assert.All(run.Result.Metrics, metric => Assert.True(double.IsFinite(metric.Value) || stage == StageKind.Int8Calibrate, $"{stage} {metric.Key}"));
        Assert.Equal(12, built.Runs[StageKind.ConvertDataset].Result.Metrics["images/Train"]);
        Assert.InRange(built.Runs[StageKind.Evaluate].Result.Metrics["accuracy"], 0, 1);
        Assert.InRange(built.Runs[StageKind.Prune].Result.Metrics["pruning_ratio"], 0.05, 0.99);
        Assert.InRange(built.Runs[StageKind.Export].Result.Metrics["largest_difference"], 0, 1e-4);
        Assert.InRange(built.Runs[StageKind.Int8Calibrate].Result.Metrics["agreement"], 0.5, 1);
        Assert.Equal(6, built.Runs[StageKind.Inference].Result.Metrics["images"]);
    }

    [Fact]
    public void Training_leaves_its_epochs_and_no_checkpoint()
    {
        Assert.False(Directory.Exists(built.Project["obj/tao/Train/checkpoint"]));
        Assert.Equal(["squeezenet_001.tlt", "squeezenet_002.tlt"], Directory.EnumerateFiles(built.Project["obj/tao/Train/weights"]).Select(Path.GetFileName).Order());
        string[] log = File.ReadAllLines(built.Project["obj/tao/Train/training.csv"]);
        Assert.Equal("epoch,acc,loss,lr,val_acc,val_loss", log[0]);
        Assert.Equal(["1", "2"], log[1..].Select(line => line.Split(',')[0]));
        Assert.Equal("""{"class0":0,"class1":1}""", File.ReadAllText(built.Project["obj/tao/Train/classmap.json"]).Replace("\n", "").Replace(" ", ""));
    }

    [Fact]
    public void Exports_load_and_name_the_classes()
    {
        Assert.Equal("class0\nclass1\n", File.ReadAllText(built.Project["obj/tao/Export/labels.txt"]));
        var file = OnnxModel.Load(built.Project["obj/tao/Export/model.onnx"]);
        Assert.Equal(13, file.OpsetVersion);
        Assert.NotEmpty(CalibrationCache.Read(built.Project["obj/tao/Int8Calibrate/calibration.cache"], null));
        Assert.True(new FileInfo(built.Project["obj/tao/Int8Calibrate/model.int8.ort.onnx"]).Length < file.ToBytes().Length / 2);
    }

    [Fact]
    public void Inference_answers_for_every_image_and_draws_it()
    {
        var rows = File.ReadAllLines(built.Project["obj/tao/Inference/result.csv"]).Select(line => line.Split(',')).ToList();
        Assert.Equal(6, rows.Count);
        Assert.All(rows, row =>
        {
            Assert.Contains(row[1], new[] { "class0", "class1" });
            Assert.InRange(double.Parse(row[2], System.Globalization.CultureInfo.InvariantCulture), 0.5, 1);
        });
        Assert.Equal(6, Directory.EnumerateFiles(built.Project["obj/tao/Inference/images_annotated"], "*.png", SearchOption.AllDirectories).Count());
    }

    /// <summary>Why the stage would run; null when it is up to date. Nothing runs.</summary>
    internal static string? ReasonToRun(TinyProject project, StageKind stage) => Probe.ReasonToRun(project.Request(stage));

    private ModelArtifact Model(StageKind stage) => ModelArtifact.Read(built.Project[$"{TinyProject.Output(stage)}/model.tlt"]);

    private string Hash(StageKind stage) => built.Runs[stage].Result.Artifacts.Single(artifact => artifact.Name == "model").Sha256;

    private static string Json(StageResult result) => JsonSerializer.Serialize(result, EngineJson.Options);
}
