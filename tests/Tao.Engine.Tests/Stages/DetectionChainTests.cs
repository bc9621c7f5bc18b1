using System.Text.Json;
using Tao.Engine.Artifacts;
using Tao.Engine.Export;
using Tao.Engine.Stages;
using Tao.Onnx;
using Tao.Onnx.Detection;

namespace Tao.Engine.Tests.Stages;

/// <summary>All stages of a detector, one after the other.</summary>
[Collection(BuiltProject.Collection)]
public sealed class DetectionChainTests(DetectionProject built) : IClassFixture<DetectionProject>
{
    public static TheoryData<StageKind, string> Artifacts => new()
    {
        { StageKind.Train, "classes.json model.tlt ssd_training_log_resnet10.csv" },
        { StageKind.Evaluate, "examples.json PR_curve.png per_class.csv precision_recall.csv" },
        { StageKind.Export, "labels.txt model.json model.onnx model.raw.onnx model.tensorrt.onnx nvinfer_config.txt" },
        { StageKind.EvaluateInt8, "PR_curve.png per_class.csv precision_recall.csv" },
        { StageKind.Inference, "detections.json result.csv" },
    };

    [Theory]
    [MemberData(nameof(Artifacts))]
    public void Every_stage_records_the_files_it_made(StageKind stage, string files) =>
        Assert.Equal(files.Split(' ').Order(), built.Runs[stage].Result.Artifacts.Select(artifact => artifact.Path).Order());

    [Theory]
    [MemberData(nameof(Artifacts))]
    public void A_second_run_has_nothing_to_do(StageKind stage, string files)
    {
        Assert.NotEmpty(files);
        Assert.True(TinyProject.Run(built.Request(stage)).UpToDate);
    }

    [Fact]
    public void It_learns_to_find_the_blocks()
    {
        Assert.InRange(built.Runs[StageKind.EvaluateRetrained].Result.Metrics["mAP"], 0.5, 1);
        Assert.Equal(["AP/green", "AP/red", "loss", "mAP", "mAP50:95"], built.Runs[StageKind.Evaluate].Result.Metrics.Keys);
    }

    /// <summary>Of twelve epochs the fifth, the tenth and the last are measured; models are kept of every fourth.</summary>
    [Fact]
    public void The_log_has_TAOs_name_and_columns_and_the_epochs_that_were_measured()
    {
        string[] lines = File.ReadAllLines(built.Project[$"{TinyProject.Output(StageKind.Train)}/ssd_training_log_resnet10.csv"]);
        Assert.Equal("epoch,AP_green,AP_red,loss,lr,mAP,validation_loss", lines[0]);
        Assert.Equal(13, lines.Length);
        Assert.Equal(["5", "10", "12"], lines.Skip(1).Where(line => !line.Contains("nan", StringComparison.Ordinal)).Select(line => line.Split(',')[0]));
        Assert.Equal(
            ["ssd_resnet10_epoch_004.tlt", "ssd_resnet10_epoch_008.tlt", "ssd_resnet10_epoch_012.tlt"],
            built.Project.Files($"{TinyProject.Output(StageKind.Train)}/weights").Select(file => Path.GetFileName(file)).Order());
    }

    [Fact]
    public void Pruning_leaves_the_heads_alone()
    {
        Assert.InRange(built.Runs[StageKind.Prune].Result.Metrics["pruning_ratio"], 0.01, 0.95);
        string table = File.ReadAllText(built.Project[$"{TinyProject.Output(StageKind.Prune)}/pruning.csv"]);
        Assert.DoesNotContain(table.Split('\n').Select(line => line.Split(',')).Where(row => row[0].StartsWith("ssd_conf_", StringComparison.Ordinal) || row[0].StartsWith("ssd_loc_", StringComparison.Ordinal)), row => row[1] != row[2]);
    }

    [Fact]
    public void The_exported_files_answer_with_boxes_and_the_raw_one_with_all_anchors()
    {
        string[] outputs = [DetectionTail.Count, DetectionTail.Boxes, DetectionTail.Scores, DetectionTail.Classes];
        string folder = TinyProject.Output(StageKind.Export);
        Assert.Equal(outputs, OnnxModel.Load(built.Project[$"{folder}/model.onnx"]).OutputNames);
        Assert.Equal(outputs, OnnxModel.Load(built.Project[$"{folder}/model.tensorrt.onnx"]).OutputNames);
        Assert.Equal(["ssd_scores", "ssd_offsets"], OnnxModel.Load(built.Project[$"{folder}/model.raw.onnx"]).OutputNames);
        Assert.Equal(outputs, OnnxModel.Load(built.Project[$"{TinyProject.Output(StageKind.Int8Calibrate)}/model.int8.ort.onnx"]).OutputNames);
        Assert.Equal("green\nred\n", File.ReadAllText(built.Project[$"{folder}/labels.txt"]));
        Assert.Contains("network-type=0\nnum-detected-classes=2\n", File.ReadAllText(built.Project[$"{folder}/nvinfer_config.txt"]), StringComparison.Ordinal);
        Assert.Contains(built.Runs[StageKind.Export].Sink.Logs, text => text.StartsWith("ONNX Runtime finds the model's ", StringComparison.Ordinal));
    }

    /// <summary>The check of an export fails for weights that are a little different.</summary>
    [Fact]
    public void A_file_of_another_model_is_not_taken_for_this_one()
    {
        using var copy = built.Project.Copy();
        string path = copy[$"{TinyProject.Output(StageKind.Retrain)}/model.tlt"];
        var artifact = ModelArtifact.Read(path);
        var (name, weight) = artifact.Model.Weights.Values.First(pair => pair.Key == "ssd_loc_0.bias");
        var moved = artifact.Model.Weights.With(name, weight with { Data = weight.Data.ToArray().Select(value => value + 2).ToArray() });
        var other = artifact.Model with { Weights = moved };
        var network = new Tao.Networks.Ssd.SsdNetwork("ssd");
        var diagnostics = new Tao.Specs.DiagnosticBag();
        var bound = network.Bind(Tao.Specs.SpecReader.Parse(DetectionProject.Spec, "spec.txt", Tao.Specs.SpecFormat.ProtobufText, diagnostics), Tao.Specs.SpecStages.None, diagnostics);
        var objective = bound.CreateObjective(artifact.LabelSets, []);
        var images = Tao.Engine.Datasets.ProjectDataset.Load(copy["obj/tao/ConvertDataset/dataset.json"], copy.Directory).Find(Tao.Data.Classification.SplitRole.Validation)!;
        IEnumerable<Tao.Data.Loading.ImageBatch> Batches() =>
            Tao.Engine.Evaluation.ModelInput.Loader(images, bound.Dataset.Preprocessing, 4, 1).ReadEpoch(0, 0, TestContext.Current.CancellationToken);
        string file = copy[$"{TinyProject.Output(StageKind.Export)}/model.onnx"];

        Assert.InRange(DetectionParity.Check(file, artifact.Model, objective, Batches(), pixels => pixels), 1, 1000);
        Assert.Contains("boxes of the exported file are not", Assert.Throws<Tao.Specs.TaoException>(() => DetectionParity.Check(file, other, objective, Batches(), pixels => pixels)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_8_bit_file_is_measured_as_the_float_model_is()
    {
        var metrics = built.Runs[StageKind.EvaluateInt8].Result.Metrics;
        Assert.InRange(metrics["mAP"], built.Runs[StageKind.EvaluateRetrained].Result.Metrics["mAP"] - 0.15, 1);
    }

    [Fact]
    public void Inference_writes_labels_tables_and_pictures()
    {
        string folder = TinyProject.Output(StageKind.Inference);
        var metrics = built.Runs[StageKind.Inference].Result.Metrics;
        Assert.Equal(12, metrics["images"]);
        Assert.InRange(metrics["objects"], 1, 60);
        Assert.Equal(metrics["objects"], metrics["objects/red"] + metrics["objects/green"]);
        Assert.Equal(12, built.Project.Files($"{folder}/images_annotated").Count());

        string[] rows = File.ReadAllLines(built.Project[$"{folder}/result.csv"]);
        Assert.Equal("image,class,score,x1,y1,x2,y2", rows[0]);
        Assert.Equal(metrics["objects"], rows.Length - 1);
        using var json = JsonDocument.Parse(File.ReadAllText(built.Project[$"{folder}/detections.json"]));
        Assert.Equal(metrics["objects"], json.RootElement.EnumerateArray().Sum(image => image.GetProperty("objects").GetArrayLength()));
        string[] labels = [.. built.Project.Files($"{folder}/labels").SelectMany(file => File.ReadAllLines(built.Project[file]))];
        Assert.Equal(metrics["objects"], labels.Length);
        Assert.All(labels, line => Assert.Equal(16, line.Split(' ').Length));
    }

    [Fact]
    public void Thresholds_and_colours_are_given_for_each_class()
    {
        using var copy = built.Project.Copy();
        var request = (built.Request(StageKind.Inference) with { ProjectDirectory = copy.Directory })
            .WithOption("threshold", "0.05").WithOption("class_threshold", "red=1").WithOption("class_color", "green=#0000ff");
        var metrics = TinyProject.Run(request).Result.Metrics;
        Assert.Equal(0, metrics["objects/red"]);
        Assert.InRange(metrics["objects/green"], built.Runs[StageKind.Inference].Result.Metrics["objects/green"], 1000);

        var found = Assert.Throws<Tao.Specs.TaoException>(() => TinyProject.Run(request.WithOption("class_threshold", "red=2 blue=0.1").WithOption("class_color", "red=pink")));
        Assert.Equal(3, found.Diagnostics.Count);
    }

    /// <summary>The anchors and the suppression are the spec's also after training: what answers with boxes runs again with its model unchanged.</summary>
    [Theory]
    [InlineData("variances: \"[0.1, 0.1, 0.2, 0.2]\"", "variances: \"[0.1, 0.1, 0.2, 0.25]\"", "Train Evaluate Export EvaluateInt8 Inference")]
    [InlineData("top_k: 20", "top_k: 19", "Train Evaluate Export Int8Calibrate EvaluateInt8 Inference")]
    [InlineData("dataset_config {", "dataset_config { include_difficult_in_training: true", "Train")]
    public void What_reads_a_changed_field_runs_again(string from, string to, string stages)
    {
        using var copy = built.Project.Copy();
        copy.EditSpec(from, to);
        foreach (var stage in stages.Split(' ').Select(Enum.Parse<StageKind>))
        {
            // Only whether it begins: a run that is stopped at its start has been decided on.
            using var stop = new CancellationTokenSource();
            var begun = new List<Tao.Engine.Events.StageStatus>();
            Assert.ThrowsAny<Exception>(() => TinyProject.Run(
                built.Request(stage) with { ProjectDirectory = copy.Directory },
                item =>
                {
                    if (item is not Tao.Engine.Events.StageEvent status)
                        return;
                    begun.Add(status.Status);
                    stop.Cancel();
                    stop.Token.ThrowIfCancellationRequested();
                },
                stop.Token));
            Assert.Equal([Tao.Engine.Events.StageStatus.Started], begun.Take(1));
        }
    }

    [Fact]
    public void A_class_that_the_labels_lack_is_told_before_training()
    {
        using var copy = built.Project.Copy(outputs: false);
        copy.EditSpec("value: \"green\"", "value: \"green\" } target_class_mapping { key: \"blue\" value: \"blue\"");
        var found = Assert.Throws<Tao.Specs.TaoException>(() => TinyProject.Run(built.Request(StageKind.ConvertDataset) with { ProjectDirectory = copy.Directory }));
        Assert.Contains(found.Diagnostics, item => item.Message.Contains("No object is of the class 'blue'", StringComparison.Ordinal) && item.Location?.Line == 6);
    }
}
