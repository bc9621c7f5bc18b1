using Tao.Engine.Artifacts;
using Tao.Engine.IO;
using Tao.Engine.Stages;
using Tao.Networks;
using Tao.Specs;

namespace Tao.Engine.Tests.Stages;

/// <summary>Mistakes that only show when stages meet files and each other. The results of earlier runs stay as they were.</summary>
[Collection(BuiltProject.Collection)]
public sealed class StageErrorTests(BuiltProject built)
{
    /// <summary>A stage, an option, a bad value, and what the remedy says.</summary>
    public static TheoryData<StageKind, string, string, string> Options => new()
    {
        { StageKind.Train, "init_epoch", "0", "at least 1" },
        { StageKind.Train, "init_epoch", "3", "n_epochs" },
        { StageKind.Train, "resume", "perhaps", "auto, never, require" },
        { StageKind.Prune, "pruning_threshold", "-0.1", "a number from 0" },
        { StageKind.Prune, "pruning_threshold", "nan", "a number from 0" },
        { StageKind.Prune, "normalizer", "1", "max, l2" },
        { StageKind.Prune, "normalizer", "max,l2", "max, l2" },
        { StageKind.Prune, "equalization_criterion", "mean", "arithmetic_mean" },
        { StageKind.Prune, "pruning_granularity", "8.0", "a whole number" },
        { StageKind.Export, "target_opset", "12", "13 to 17" },
        { StageKind.Export, "static_batch_size", "many", "a whole number" },
        { StageKind.Int8Calibrate, "target_opset", "99", "13 to 17" },
        { StageKind.Int8Calibrate, "calibration_algorithm", "best", "entropy" },
        { StageKind.Int8Calibrate, "metric_budget", "1.5 %", "a number from 0 to 1" },
        { StageKind.Int8Calibrate, "tensorrt_version", "new", "8.6.1" },
        { StageKind.Inference, "batch_size", "0", "at least 1" },
    };

    [Theory]
    [MemberData(nameof(Options))]
    public void A_bad_option_is_refused_before_anything_is_touched(StageKind stage, string option, string value, string remedy)
    {
        using var project = built.Project.Copy();
        var found = Mistake.Single(project, project.Request(stage).WithOption(option, value), EngineCodes.BadOption);
        Assert.Contains(remedy, found.Remedy);
        Assert.True(project.Run(stage).UpToDate);
    }

    [Theory]
    [InlineData(StageKind.Train, "cuda:99")]
    [InlineData(StageKind.Evaluate, "cuda:99")]
    public void A_device_that_is_not_there_is_refused(StageKind stage, string device)
    {
        Assert.SkipWhen(TorchSharp.torch.cuda.is_available(), "This machine has CUDA devices.");
        using var project = built.Project.Copy();
        Mistake.Single(project, project.Request(stage) with { Device = device }, EngineCodes.DeviceMissing);
    }

    [Theory]
    [InlineData(StageKind.Evaluate, "model")]
    [InlineData(StageKind.Prune, "model")]
    [InlineData(StageKind.Retrain, "model")]
    [InlineData(StageKind.Export, "model")]
    [InlineData(StageKind.Int8Calibrate, "model")]
    [InlineData(StageKind.EvaluateInt8, "onnx")]
    [InlineData(StageKind.Train, "dataset")]
    public void An_input_that_is_not_there_is_named(StageKind stage, string role)
    {
        using var project = built.Project.Copy();
        var found = Mistake.Single(project, project.Request(stage).With(role, "nowhere/model.tlt"), EngineCodes.ModelMissing);
        Assert.Contains(project["nowhere/model.tlt"], found.Message);
    }

    [Fact]
    public void An_input_that_was_not_given_is_named()
    {
        using var project = built.Project.Copy();
        var request = project.Request(StageKind.Prune);
        Assert.Contains("'model'", Mistake.Single(project, request with { Inputs = request.Inputs.Clear() }, EngineCodes.BadRequest).Message);
    }

    [Fact]
    public void An_unknown_network_is_refused_with_the_names_there_are()
    {
        using var project = built.Project.Copy();
        var found = Mistake.Single(project, project.Request(StageKind.Train) with { Network = "clasification" }, EngineCodes.UnknownNetwork);
        Assert.Contains(NetworkCatalog.All[0].Name, found.Remedy);
    }

    [Theory]
    [InlineData(StageKind.Evaluate)]
    [InlineData(StageKind.Retrain)]
    [InlineData(StageKind.EvaluateInt8)]
    public void Data_of_other_classes_is_refused(StageKind stage)
    {
        using var project = built.Project.Copy();
        foreach (string split in new[] { "train", "val", "test" })
            Directory.Move(project[$"data/{split}/class0"], project[$"data/{split}/cat"]);
        project.Run(StageKind.ConvertDataset);
        var found = Mistake.Single(project, project.Request(stage), EngineCodes.ClassesDiffer);
        Assert.Contains("class0, class1", found.Message);
        Assert.Contains("cat, class1", found.Message);
    }

    [Fact]
    public void A_damaged_model_is_refused()
    {
        using var project = built.Project.Copy();
        byte[] bytes = project.Bytes("obj/tao/Train/model.tlt");
        bytes[bytes.Length / 2] ^= 1;
        project.Write("obj/tao/Train/model.tlt", bytes);
        Mistake.Single(project, project.Request(StageKind.Prune), "TAO3006");
    }

    [Fact]
    public void A_pruned_model_of_another_input_size_is_refused()
    {
        using var project = built.Project.Copy();
        project.EditSpec("3,32,32", "3,48,48");
        var found = Mistake.Single(project, project.Request(StageKind.Retrain), "TAO3005");
        Assert.Contains("48", found.Message);
    }

    [Fact]
    public void A_layer_that_cannot_be_excluded_because_it_does_not_exist_is_named()
    {
        using var project = built.Project.Copy();
        var request = project.Request(StageKind.Prune).WithOption("excluded_layers", "fire99");
        Assert.Contains("fire99", Mistake.Single(project, request, EngineCodes.NothingToPrune).Message);
    }

    [Fact]
    public void A_class_map_of_another_length_is_refused()
    {
        using var project = built.Project.Copy();
        project.Write("map.json", "{ \"a\": 0, \"b\": 1, \"c\": 2 }");
        Mistake.Single(project, project.Request(StageKind.Inference).With("classmap", "map.json"), EngineCodes.ClassesDiffer);
    }

    [Fact]
    public void A_folder_without_images_cannot_be_classified_or_calibrated_on()
    {
        using var project = built.Project.Copy();
        Directory.CreateDirectory(project["empty"]);
        Mistake.Single(project, project.Request(StageKind.Inference).With("images", "empty"), EngineCodes.NoImages);
        Mistake.Single(project, project.Request(StageKind.Int8Calibrate).With("images", "empty"), EngineCodes.NoCalibrationImages);
    }

    [Fact]
    public void An_output_directory_at_work_is_refused()
    {
        using var project = built.Project.Copy();
        string output = project[TinyProject.Output(StageKind.Prune)];
        using (FileLock.TryAcquire(Path.Combine(output, ".lock")))
        {
            File.Delete(Path.Combine(output, "result.json"));
            var error = Assert.Throws<TaoException>(() => project.Run(StageKind.Prune));
            Assert.Equal(EngineCodes.OutputBusy, Assert.Single(error.Diagnostics).Code);
        }
        Assert.False(project.Run(StageKind.Prune).UpToDate);
    }

    [Fact]
    public void A_file_in_the_place_of_the_output_directory_is_refused()
    {
        using var project = built.Project.Copy();
        project.Write("taken", "");
        var request = project.Request(StageKind.Prune) with { OutputDirectory = "taken" };
        Mistake.Single(project, request, EngineCodes.BadRequest);
    }

    [Theory]
    [InlineData("1e30")]
    [InlineData("1e12")]
    public void A_training_that_diverges_is_reported_and_leaves_no_result(string rate)
    {
        using var project = TinyProject.Create(TinyProject.Spec.Replace("learning_rate: 0.01", $"learning_rate: {rate}", StringComparison.Ordinal));
        project.Run(StageKind.ConvertDataset);
        var error = Assert.Throws<TaoException>(() => project.Run(StageKind.Train));
        var found = Assert.Single(error.Diagnostics);
        Assert.Equal(EngineCodes.LossNotFinite, found.Code);
        Assert.Contains("learning rate", found.Remedy);
        Assert.False(File.Exists(project["obj/tao/Train/result.json"]));
        Assert.False(File.Exists(project["obj/tao/Train/model.tlt"]));
    }

    /// <summary>One step only: its own loss is finite, and the weights it leaves are not.</summary>
    [Fact]
    public void A_last_step_that_ruins_the_weights_is_reported()
    {
        string spec = TinyProject.Spec.Replace("learning_rate: 0.01", "learning_rate: 1e30", StringComparison.Ordinal)
            .Replace("batch_size_per_gpu: 4\n  n_epochs: 2", "batch_size_per_gpu: 64\n  n_epochs: 1", StringComparison.Ordinal);
        using var project = TinyProject.Create(spec);
        project.Run(StageKind.ConvertDataset);
        var error = Assert.Throws<TaoException>(() => project.Run(StageKind.Train));
        Assert.Contains("validation loss", Assert.Single(error.Diagnostics).Message);
    }

    [Fact]
    public void A_model_that_does_not_say_how_its_images_are_prepared_is_refused()
    {
        using var project = built.Project.Copy();
        string path = project["obj/tao/Train/model.tlt"];
        (ModelArtifact.Read(path) with { PreprocessingJson = null }).Write(path);
        Mistake.Single(project, project.Request(StageKind.Evaluate), EngineCodes.ModelWithoutInput);
    }
}
