using System.Text.Json;
using Tao.Engine.Artifacts;
using Tao.Engine.Export;
using Tao.Engine.Stages;

namespace Tao.Engine.Tests.Stages;

/// <summary>A label table with two tasks goes through all stages.</summary>
[Collection(BuiltProject.Collection)]
public sealed class MultitaskTests(MultitaskTests.Built built) : IClassFixture<MultitaskTests.Built>
{
    [Fact]
    public void The_dataset_counts_both_tasks()
    {
        var metrics = built.Runs[StageKind.ConvertDataset].Result.Metrics;
        Assert.Equal((2, 2, 12, 6), (metrics["classes/kind"], metrics["classes/place"], metrics["images/Train"], metrics["images/Validation"]));
    }

    [Fact]
    public void Training_logs_every_task_under_TAOs_names()
    {
        string[] log = File.ReadAllLines(built.Project["obj/tao/Train/multitask_cls_training_log_squeezenet.csv"]);
        Assert.Equal("epoch,acc,kind_acc,kind_loss,loss,lr,place_acc,place_loss,val_acc,val_kind_acc,val_kind_loss,val_loss,val_place_acc,val_place_loss", log[0]);
        Assert.Equal(3, log.Length);
        Assert.True(File.Exists(built.Project["obj/tao/Train/weights/multitask_cls_squeezenet_epoch_002.tlt"]));
        using var mapping = JsonDocument.Parse(File.ReadAllText(built.Project["obj/tao/Train/class_mapping.json"]));
        Assert.Equal("class1", mapping.RootElement.GetProperty("class_mapping").GetProperty("kind").GetProperty("1").GetString());
    }

    [Fact]
    public void The_model_knows_its_tasks()
    {
        var model = ModelArtifact.Read(built.Project["obj/tao/Retrain/model.tlt"]);
        Assert.Equal(["kind", "place"], model.LabelSets.Select(set => set.Name));
        Assert.Equal(["left", "right"], model.LabelSets[1].Classes);
        Assert.Equal(["kind", "place"], model.Model.Graph.Outputs);
    }

    [Theory]
    [InlineData(StageKind.Evaluate)]
    [InlineData(StageKind.EvaluateRetrained)]
    [InlineData(StageKind.EvaluateInt8)]
    public void Evaluation_measures_every_task(StageKind stage)
    {
        var result = built.Runs[stage].Result;
        Assert.Equal((result.Metrics["kind"] + result.Metrics["place"]) / 2, result.Metrics["mean accuracy"], 1e-12);
        Assert.Equal(["confusion_matrix_kind.csv", "confusion_matrix_place.csv", "per_class.csv"], result.Artifacts.Select(artifact => artifact.Path).Where(path => path != "examples.json").Order());
        Assert.Equal(stage != StageKind.EvaluateInt8, result.Artifacts.Any(artifact => artifact.Path == "examples.json"));
        Assert.Equal(3, File.ReadAllLines(built.Project[$"obj/tao/{stage}/confusion_matrix_place.csv"]).Length);
    }

    [Fact]
    public void The_exported_file_has_one_output_for_each_task()
    {
        Assert.InRange(built.Runs[StageKind.Export].Result.Metrics["largest_difference"], 0, OnnxParity.Tolerance);
        using var session = new Microsoft.ML.OnnxRuntime.InferenceSession(built.Project["obj/tao/Export/model.onnx"]);
        Assert.Equal(["kind", "place"], session.OutputNames);
        Assert.Equal(["class_mapping.json", "model.json", "model.onnx"], built.Runs[StageKind.Export].Result.Artifacts.Select(artifact => artifact.Path).Order());
    }

    [Fact]
    public void Inference_answers_every_task()
    {
        string[] rows = File.ReadAllLines(built.Project["obj/tao/Inference/result.csv"]);
        Assert.Equal(6, rows.Length);
        Assert.All(rows, row => Assert.Matches("^data/test/class[01]/[0-9]+\\.png,class[01],[01]\\.[0-9E-]+,(left|right),[01]\\.[0-9E-]+$", row));
    }

    [Fact]
    public void Another_value_of_a_label_runs_the_stages_again_and_the_weight_of_a_task_trains_again()
    {
        using var project = built.Project.Copy();
        Assert.True(Run(project, StageKind.ConvertDataset).UpToDate);
        project.EditSpec("num_epochs: 2", "num_epochs: 2 # more is not needed");
        Assert.True(Run(project, StageKind.Train).UpToDate);
        project.EditSpec("random_seed: 5", "random_seed: 5 task_weights { key: \"place\" value: 0.5 }");
        Assert.True(Run(project, StageKind.ConvertDataset).UpToDate);
        Assert.False(Run(project, StageKind.Train).UpToDate);
        string table = File.ReadAllText(project["train.csv"]);
        project.Write("train.csv", table.Replace("class0/000.png,class0", "class0/000.png,class1", StringComparison.Ordinal));
        Assert.False(Run(project, StageKind.ConvertDataset).UpToDate);
    }

    private static StageRun Run(TinyProject project, StageKind stage) =>
        TinyProject.Run(project.Request(stage) with { Network = Built.Network });

    /// <summary>All stages, run once.</summary>
    public sealed class Built : IDisposable
    {
        public const string Network = "multitask_classification";

        private const string Spec =
            """
            random_seed: 5
            dataset_config { train_csv_path: "train.csv" val_csv_path: "val.csv" image_directory_path: "data" }
            model_config { arch: "squeezenet" input_image_size: "3,32,32" }
            training_config {
              batch_size_per_gpu: 4
              num_epochs: 2
              checkpoint_interval: 2
              optimizer { adam { } }
              regularizer { type: L2 weight: 1e-5 }
              learning_rate { soft_start_annealing_schedule { min_learning_rate: 1e-4 max_learning_rate: 1e-3 soft_start: 0.2 annealing: 0.6 } }
            }

            """;

        public Built()
        {
            Project = TinyProject.Create(Spec);
            Project.Write("train.csv", Table("train", 0, 6));
            Project.Write("val.csv", Table("val", 100, 3));
            Runs = BuiltProject.Stages.ToDictionary(stage => stage, stage => Run(Project, stage));
        }

        internal TinyProject Project { get; }

        internal IReadOnlyDictionary<StageKind, StageRun> Runs { get; }

        public void Dispose() => Project.Dispose();

        private static string Table(string split, int first, int count) => "image,kind,place\n" + string.Concat(
            from label in Enumerable.Range(0, 2)
            from number in Enumerable.Range(first, count)
            select $"{split}/class{label}/{number:D3}.png,class{label},{(number % 2 == 0 ? "left" : "right")}\n");
    }
}
