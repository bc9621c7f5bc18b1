using Tao.Engine.Stages;
using Tao.Engine.Tests.Stages;
using Tao.Imaging;
using Tao.Testing;

namespace Tao.Engine.Tests.Fingerprints;

/// <summary>
/// What a change makes necessary. A stage whose own inputs changed starts; those behind it follow when its artifacts' bytes change,
/// as the last test shows.
/// </summary>
[Collection(BuiltProject.Collection)]
public sealed class FingerprintTableTests(BuiltProject built)
{
    private const string Evaluations = "Evaluate EvaluateRetrained EvaluateInt8";

    /// <summary>The change, what starts by itself, and (for one of them) what the reason says.</summary>
    public static TheoryData<string, string, string> Changes => new()
    {
        { "nothing", "", "" },
        { "a comment", "", "" },
        { "fields reordered", "", "" },
        { "messages reordered", "", "" },
        { "explicit defaults", "", "" },
        { "other line ends", "", "" },
        { "files touched", "", "" },
        { "n_workers", "", "" },
        { "visualizer", "", "" },
        { "spec as JSON", "", "" },
        { "eval top_k", "ValidateSpec " + Evaluations, "spec.eval_config.top_k: 1 -> 2" },
        { "eval batch_size", "ValidateSpec " + Evaluations, "spec.eval_config.batch_size: 4 -> 3" },
        { "eval centre crop", "ValidateSpec " + Evaluations, "spec.eval_config.enable_center_crop: False -> True" },
        { "n_epochs", "ValidateSpec Train Retrain", "spec.train_config.n_epochs: 2 -> 3" },
        { "learning rate", "ValidateSpec Train Retrain", "spec.train_config.lr_config.step.learning_rate: 0.01 -> 0.02" },
        { "momentum", "ValidateSpec Train Retrain", "spec.train_config.optimizer.sgd.momentum: 0.9 -> 0.8" },
        { "input size", "ValidateSpec Train Retrain", "spec.model_config.input_image_size: 3,32,32 -> 3,48,48" },
        { "training for 8 bits", "ValidateSpec Train Retrain", "spec.train_config.enable_qat: False -> True" },
        { "seed", "Train Retrain", "seed: 3 -> 4" },
        { "training image added", "ConvertDataset Train Retrain Int8Calibrate", "dataset.Train.images: 12 -> 13" },
        { "training image removed", "ConvertDataset Train Retrain Int8Calibrate", "dataset.Train.images: 12 -> 11" },
        { "training image renamed", "ConvertDataset Train Retrain Int8Calibrate", "dataset.Train: " },
        { "training image changed", "ConvertDataset Train Retrain Int8Calibrate", "dataset.Train: " },
        { "validation image changed", "ConvertDataset Train Retrain", "dataset.Validation: " },
        { "test image added", "ConvertDataset Evaluate EvaluateRetrained Export EvaluateInt8 Inference", "dataset.Test.images: 6 -> 7" },
        { "class renamed", "ConvertDataset Train Evaluate Retrain EvaluateRetrained Export Int8Calibrate EvaluateInt8 Inference", "" },
        { "prune threshold", "Prune", "option.pruning_threshold: 0.9 -> 0.95" },
        { "prune granularity", "Prune", "option.pruning_granularity:  -> 4" },
        { "prune ratio", "Prune", "option.keep_ratio:  -> 0.5" },
        { "export folding", "Export", "option.fold_normalization:  -> true" },
        { "export opset", "Export Int8Calibrate", "option.target_opset:  -> 14" },
        { "calibration algorithm", "Int8Calibrate", "option.calibration_algorithm: percentile -> min_max" },
        { "bias correction", "Int8Calibrate", "option.bias_correction:  -> true" },
        { "float layers", "Int8Calibrate", "option.float_layers:  -> predictions_logits" },
        { "metric budget", "Int8Calibrate", "option.metric_budget:  -> 0.015" },
        { "inference images", "Inference", "root: data/test -> data/val" },
    };

    [Theory]
    [MemberData(nameof(Changes))]
    public void A_change_starts_the_stages_that_read_it(string change, string expected, string reason)
    {
        using var project = built.Project.Copy();
        ChangeFiles(change, project);
        var reasons = new Dictionary<StageKind, string>();
        foreach (var stage in BuiltProject.Stages)
        {
            var request = Change(change, project.Request(stage));
            if (Probe.ReasonToRun(request) is not { } why)
                continue;
            reasons.Add(stage, why);
            if (stage == StageKind.ConvertDataset)
                TinyProject.Run(request);
        }
        Assert.Equal(expected, string.Join(' ', reasons.Keys));
        Assert.True(reasons.Count == 0 || reasons.Values.Any(why => why.Contains(reason, StringComparison.Ordinal)), string.Join('\n', reasons.Values));
    }

    [Fact]
    public void What_stands_behind_a_changed_training_runs_too()
    {
        using var project = built.Project.Copy();
        project.EditSpec("n_epochs: 2", "n_epochs: 1");
        var started = BuiltProject.Stages.Where(stage => !project.Run(stage).UpToDate);
        Assert.Equal(BuiltProject.Stages.Except([StageKind.ConvertDataset]), started);
    }

    [Fact]
    public void A_change_taken_back_needs_the_stage_again_only_where_it_ran()
    {
        using var project = built.Project.Copy();
        project.EditSpec("top_k: 1", "top_k: 2");
        Assert.False(project.Run(StageKind.Evaluate).UpToDate);
        project.EditSpec("top_k: 2", "top_k: 1");
        Assert.False(project.Run(StageKind.Evaluate).UpToDate);
        Assert.True(project.Run(StageKind.EvaluateRetrained).UpToDate);
    }

    private static void ChangeFiles(string change, TinyProject project)
    {
        const string image = "data/train/class0/000.png";
        switch (change)
        {
            case "a comment": project.EditSpec("model_config {", "# the network\nmodel_config { # here"); break;
            case "fields reordered": project.EditSpec("  batch_size_per_gpu: 4\n  n_epochs: 2\n", "  n_epochs: 2\n  batch_size_per_gpu: 4\n"); break;
            case "messages reordered": MoveModelConfigLast(project); break;
            case "explicit defaults": project.EditSpec("n_workers: 1", "n_workers: 1 enable_random_crop: false mixup_alpha: 0.0 random_seed: 0 checkpoint_interval: 1"); break;
            case "other line ends": project.EditSpec("\n", "\r\n"); break;
            case "files touched": Touch(project); break;
            case "n_workers": project.EditSpec("n_workers: 1", "n_workers: 2"); break;
            case "visualizer": project.EditSpec("n_workers: 1", "n_workers: 1 visualizer { enabled: true }"); break;
            case "eval top_k": project.EditSpec("top_k: 1", "top_k: 2"); break;
            case "eval batch_size": project.EditSpec("\n  batch_size: 4", "\n  batch_size: 3"); break;
            case "eval centre crop": project.EditSpec("top_k: 1", "top_k: 1 enable_center_crop: true"); break;
            case "training for 8 bits": project.EditSpec("n_epochs: 2", "n_epochs: 2 enable_qat: true"); break;
            case "n_epochs": project.EditSpec("n_epochs: 2", "n_epochs: 3"); break;
            case "learning rate": project.EditSpec("learning_rate: 0.01", "learning_rate: 0.02"); break;
            case "momentum": project.EditSpec("momentum: 0.9", "momentum: 0.8"); break;
            case "input size": project.EditSpec("3,32,32", "3,48,48"); break;
            case "training image added": project.Draw("data/train", 1, 60, 1); break;
            case "training image removed": File.Delete(project[image]); break;
            case "training image renamed": File.Move(project[image], project["data/train/class0/zero.png"]); break;
            case "training image changed": project.Write(image, ImageCodec.EncodePng(TinyImages.Draw(0, 70))); break;
            case "validation image changed": project.Write("data/val/class0/100.png", ImageCodec.EncodePng(TinyImages.Draw(0, 71))); break;
            case "test image added": project.Draw("data/test", 1, 72, 1); break;
            case "class renamed": RenameClass(project); break;
            case "spec as JSON": project.Write("specs/train.json", Json); break;
        }
    }

    private static StageRequest Change(string change, StageRequest request) => (change, request.Stage) switch
    {
        ("seed", _) => request with { Seed = 4 },
        ("spec as JSON", _) => request with { Spec = "specs/train.json" },
        ("prune threshold", StageKind.Prune) => request.WithOption("pruning_threshold", "0.95"),
        ("prune granularity", StageKind.Prune) => request.WithOption("pruning_granularity", "4"),
        ("prune ratio", StageKind.Prune) => request.WithOption("keep_ratio", "0.5"),
        ("export folding", StageKind.Export) => request.WithOption("fold_normalization", "true"),
        ("export opset", StageKind.Export or StageKind.Int8Calibrate) => request.WithOption("target_opset", "14"),
        ("calibration algorithm", StageKind.Int8Calibrate) => request.WithOption("calibration_algorithm", "min_max"),
        ("bias correction", StageKind.Int8Calibrate) => request.WithOption("bias_correction", "true"),
        ("float layers", StageKind.Int8Calibrate) => request.WithOption("float_layers", "predictions_logits"),
        ("metric budget", StageKind.Int8Calibrate) => request.WithOption("metric_budget", "0.015"),
        ("inference images", StageKind.Inference) => request.With("images", "data/val"),
        _ => request,
    };

    private static void MoveModelConfigLast(TinyProject project)
    {
        string text = File.ReadAllText(project[TinyProject.SpecFile]);
        int split = text.IndexOf("train_config", StringComparison.Ordinal);
        project.Write(TinyProject.SpecFile, text[split..] + text[..split]);
    }

    private static void Touch(TinyProject project)
    {
        foreach (string file in project.Files())
            File.SetLastWriteTimeUtc(project[file], File.GetLastWriteTimeUtc(project[file]).AddHours(1));
    }

    private static void RenameClass(TinyProject project)
    {
        foreach (string split in new[] { "train", "val", "test" })
            Directory.Move(project[$"data/{split}/class0"], project[$"data/{split}/another"]);
    }

    /// <summary><see cref="TinyProject.Spec"/> in another language.</summary>
    private const string Json =
        """
        {
          "eval_config": { "eval_dataset_path": "data/test", "top_k": 1, "batch_size": 4 },
          "model_config": { "arch": "squeezenet", "use_batch_norm": true, "input_image_size": "3,32,32" },
          "train_config": {
            "train_dataset_path": "data/train", "val_dataset_path": "data/val",
            "optimizer": { "sgd": { "lr": 0.01, "momentum": 0.9 } },
            "batch_size_per_gpu": 4, "n_epochs": 2, "n_workers": 1, "preprocess_mode": "tf",
            "reg_config": { "type": "L2", "scope": "Conv2D,Dense", "weight_decay": 1e-4 },
            "lr_config": { "step": { "learning_rate": 0.01, "step_size": 50, "gamma": 0.5 } }
          }
        }
        """;
}
