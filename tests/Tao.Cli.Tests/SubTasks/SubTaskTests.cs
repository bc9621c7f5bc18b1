using Tao.Engine.Stages;

namespace Tao.Cli.Tests.SubTasks;

/// <summary>From TAO's flags to stage requests, and from artifacts to the files that were asked for.</summary>
public sealed class SubTaskTests : IDisposable
{
    private readonly CliWorld _world = new();

    public SubTaskTests()
    {
        _world.Write("train.txt", "n_epochs: 3");
        _world.Write("model.tlt");
        _world.Write("classes.json", "{}");
        Directory.CreateDirectory(_world.Path("pictures"));
    }

    public void Dispose() => _world.Dispose();

    [Fact]
    public void Train_writes_into_the_results_folder_itself()
    {
        Run("classification train -e train.txt -r out --init_epoch 3 -c classes.json");

        var request = Assert.Single(_world.Requests);
        Assert.Equal((StageKind.Train, "classification", "train.txt"), (request.Stage, request.Network, request.Spec));
        Assert.Equal((_world.Folder, _world.Path("out")), (request.ProjectDirectory, request.OutputDirectory));
        Assert.Equal("3", request.Options["init_epoch"]);
        Assert.Equal("classes.json", request.Inputs["classmap"]);
        Assert.Equal("cpu", request.Device);
    }

    [Fact]
    public void A_detectors_training_takes_its_weights_and_its_first_epoch_from_TAOs_flags()
    {
        Run("ssd train -e train.txt -r out -m model.tlt --initial_epoch 2 --arch ssd --use_multiprocessing");

        var request = Assert.Single(_world.Requests);
        Assert.Equal((StageKind.Train, "ssd"), (request.Stage, request.Network));
        Assert.Equal(new Dictionary<string, string> { ["init_epoch"] = "2", ["pretrained_model_path"] = "model.tlt" }, request.Options);
    }

    [Fact]
    public void A_detectors_inference_takes_thresholds_and_colours()
    {
        Run("ssd inference -m model.tlt -i pictures -e train.txt -t 0.4 --class_threshold car=0.5 van=0.2 --class_color car=#ff8000");

        var request = Assert.Single(_world.Requests);
        Assert.Equal((StageKind.Inference, "pictures", _world.Path("pictures.results")), (request.Stage, request.Inputs["images"], request.OutputDirectory));
        Assert.Equal(
            new Dictionary<string, string> { ["batch_size"] = "1", ["class_color"] = "car=#ff8000", ["class_threshold"] = "car=0.5 van=0.2", ["threshold"] = "0.4" },
            request.Options);
    }

    [Fact]
    public void Dataset_convert_keeps_its_record_beside_the_record_files()
    {
        Run("ssd dataset_convert -d train.txt -o records/kitti -f 0 -c classes.json");

        var request = Assert.Single(_world.Requests);
        Assert.Equal((StageKind.ExportRecords, "train.txt", _world.Path("records/kitti.results")), (request.Stage, request.Spec, request.OutputDirectory));
        Assert.Equal(new Dictionary<string, string> { ["prefix"] = "records/kitti", ["validation_fold"] = "0" }, request.Options);
        Assert.Equal("classes.json", request.Inputs["class_names"]);
    }

    [Fact]
    public void A_detectors_export_can_have_other_forms_and_a_classifiers_cannot()
    {
        Run("ssd export -m model.tlt -e train.txt -o out/m.onnx --tensorrt_nms --raw_head");

        Assert.Equal("true", Assert.Single(_world.Requests).Options["tensorrt_nms"]);
        Assert.True(File.Exists(_world.Path("out/m.tensorrt.onnx")));
        Assert.True(File.Exists(_world.Path("out/m.raw.onnx")));
        Assert.Equal(ExitCode.UserError, _world.Tao("classification export -m model.tlt -e train.txt --raw_head".Split(' ')));
    }

    [Fact]
    public void Prune_passes_all_six_settings_and_delivers_the_model()
    {
        Run("classification prune -m model.tlt -o out/pruned -n L2 -eq geometric_mean -pg 4 -pth 0.6 -nf 2 -el conv1 conv2");

        var request = Assert.Single(_world.Requests);
        Assert.Equal(StageKind.Prune, request.Stage);
        Assert.Equal(_world.Path("out/pruned.results"), request.OutputDirectory);
        Assert.Equal("model.tlt", request.Inputs["model"]);
        Assert.Equal(
            new Dictionary<string, string>
            {
                ["normalizer"] = "L2",
                ["equalization_criterion"] = "geometric_mean",
                ["pruning_granularity"] = "4",
                ["pruning_threshold"] = "0.6",
                ["min_num_filters"] = "2",
                ["excluded_layers"] = "conv1 conv2",
            },
            request.Options);
        Assert.Equal("model", File.ReadAllText(_world.Path("out/pruned.tlt")));
    }

    [Fact]
    public void Prune_has_TAOs_defaults()
    {
        Run("classification prune -m model.tlt -o pruned.tlt --results_dir res");

        var request = Assert.Single(_world.Requests);
        Assert.Equal(_world.Path("res"), request.OutputDirectory);
        Assert.Equal(
            new Dictionary<string, string>
            {
                ["normalizer"] = "max",
                ["equalization_criterion"] = "union",
                ["pruning_granularity"] = "8",
                ["pruning_threshold"] = "0.1",
                ["min_num_filters"] = "16",
            },
            request.Options);
    }

    [Fact]
    public void A_model_that_is_named_hdf5_is_written_and_the_user_told()
    {
        Run("classification prune -m model.tlt -o pruned.hdf5");

        Assert.True(File.Exists(_world.Path("pruned.hdf5")));
        Assert.Contains("TAO5206", _world.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Evaluate_takes_the_model_that_the_spec_names()
    {
        _world.Write("eval.txt", "eval_config { model_path: \"model.tlt\" }");

        Run("classification evaluate -e eval.txt -r out -m other.tlt");

        var request = Assert.Single(_world.Requests);
        Assert.Equal((StageKind.Evaluate, _world.Path("model.tlt")), (request.Stage, request.Inputs["model"]));
        Assert.Contains("--model_path has no effect: the spec's eval_config decides.", _world.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Evaluate_takes_the_named_model_where_the_spec_names_none()
    {
        _world.Write("multi.txt", "dataset_config { val_csv_path: \"val.csv\" }");

        Run("classification evaluate -e multi.txt -r out -m model.tlt");

        Assert.Equal("model.tlt", Path.GetFileName(Assert.Single(_world.Requests).Inputs["model"]));
        Assert.DoesNotContain("no effect", _world.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Evaluate_finds_the_model_through_the_mounts()
    {
        _world.Write("eval.txt", "eval_config { model_path: \"/container/model.tlt\" }");
        _world.Write(".tao_mounts.json", """{"Mounts": [{"source": ".", "destination": "/container"}]}""");

        Run("classification evaluate -e eval.txt -r out");

        var request = Assert.Single(_world.Requests);
        Assert.Equal(_world.Path("model.tlt"), request.Inputs["model"]);
        Assert.Equal(new MountPoint(_world.Folder, "/container"), Assert.Single(request.Mounts));
    }

    [Theory]
    [InlineData("eval_config { top_k: 1 }", "eval.txt(1,13): error TAO5203: The spec names no eval_config.model_path.")]
    [InlineData("eval_config {\n  model_path: \"gone.tlt\" }", "eval.txt(2,15): error TAO5207: eval_config.model_path: there is no file")]
    public void Evaluate_says_where_the_spec_lacks_its_model(string spec, string expected)
    {
        _world.Write("eval.txt", spec);

        Assert.Equal(ExitCode.UserError, _world.Tao("classification", "evaluate", "-e", "eval.txt"));

        Assert.Contains(expected, _world.Error, StringComparison.Ordinal);
        Assert.Empty(_world.Requests);
    }

    [Fact]
    public void Export_names_the_file_after_the_model_and_adds_DeepStreams_files_on_request()
    {
        Run("classification export -m model.tlt -e train.txt --gen_ds_config --classmap_json classes.json");

        var request = Assert.Single(_world.Requests);
        Assert.Equal(StageKind.Export, request.Stage);
        Assert.Equal("true", request.Options["gen_ds_config"]);
        Assert.Equal("onnx", File.ReadAllText(_world.Path("model.onnx")));
        Assert.Equal("labels", File.ReadAllText(_world.Path("labels.txt")));
        Assert.Equal("deepstream", File.ReadAllText(_world.Path("nvinfer_config.txt")));
    }

    [Fact]
    public void Export_to_int8_exports_and_then_calibrates()
    {
        Run("classification export -m model.tlt -e train.txt -o out/net.onnx --data_type int8 --cal_image_dir pictures --cal_cache_file out/cal.bin --batches 2 --batch_size 8");

        Assert.Equal([StageKind.Export, StageKind.Int8Calibrate], _world.Requests.Select(request => request.Stage));
        var calibration = _world.Requests[1];
        Assert.Equal(("model.tlt", "pictures"), (calibration.Inputs["model"], calibration.Inputs["images"]));
        Assert.Equal(("2", "8"), (calibration.Options["batches"], calibration.Options["batch_size"]));
        Assert.Equal("onnx", File.ReadAllText(_world.Path("out/net.onnx")));
        Assert.Equal("onnx", File.ReadAllText(_world.Path("out/net.int8.onnx")));
        Assert.Equal("onnxruntime", File.ReadAllText(_world.Path("out/net.int8.ort.onnx")));
        Assert.Equal("calibration_cache", File.ReadAllText(_world.Path("out/cal.bin")));
    }

    [Fact]
    public void Calibration_never_goes_without_images()
    {
        Assert.Equal(ExitCode.UserError, _world.Tao("classification", "calibrate", "-m", "model.tlt"));

        Assert.Contains("INT8 calibration needs real images.", _world.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Calibrate_delivers_the_quantised_file_and_the_cache()
    {
        Run("classification calibrate -m model.tlt -d pictures -a minmax -b 4 --cal_json_file scales.json --bias_correction --metric_budget 0.015 --float_layers conv1 predictions");

        var request = Assert.Single(_world.Requests);
        Assert.Equal((StageKind.Int8Calibrate, _world.Path("model.int8.results")), (request.Stage, request.OutputDirectory));
        Assert.Equal(("minmax", "4", "10"), (request.Options["calibration_algorithm"], request.Options["batch_size"], request.Options["batches"]));
        Assert.Equal(("true", "0.015", "conv1 predictions"), (request.Options["bias_correction"], request.Options["metric_budget"], request.Options["float_layers"]));
        Assert.True(File.Exists(_world.Path("model.int8.onnx")));
        Assert.True(File.Exists(_world.Path("cal.bin")));
        Assert.True(File.Exists(_world.Path("scales.json")));
    }

    [Theory]
    [InlineData("-i train.txt", "train.txt", "train.results")]
    [InlineData("-d pictures -b 4", "pictures", "pictures.results")]
    public void Inference_takes_an_image_or_a_folder(string flags, string images, string results)
    {
        Run($"classification inference -m model.tlt -e train.txt -cm classes.json {flags}");

        var request = Assert.Single(_world.Requests);
        Assert.Equal((StageKind.Inference, images, _world.Path(results)), (request.Stage, request.Inputs["images"], request.OutputDirectory));
    }

    [Theory]
    [InlineData("")]
    [InlineData("-i train.txt -d pictures")]
    public void Inference_needs_exactly_one_of_the_two(string flags)
    {
        string[] arguments = ["classification", "inference", "-m", "model.tlt", "-e", "train.txt", .. flags.Split(' ', StringSplitOptions.RemoveEmptyEntries)];

        Assert.Equal(ExitCode.UserError, _world.Tao(arguments));
    }

    [Theory]
    [InlineData("classification train -e trian.txt -r out", "--experiment_spec_file: there is no file 'trian.txt'. Did you mean 'train.txt'?")]
    [InlineData("classification train -e nowhere/at.txt -r out", "does not exist either.")]
    [InlineData("classification train -e train.txt -r out --gpu_index 0 1", "--gpu_index names 2 devices and --gpus says 1. Name as many as --gpus.")]
    [InlineData("classification train -e train.txt -r out --gpu_index a", "--gpu_index is a list of whole numbers from 0, not 'a'.")]
    [InlineData("classification prune -m model.tlt -o p.tlt --gpus 2", "--gpus 2: prune uses one device. Leave --gpus out, or write --gpus 1.")]
    [InlineData("classification export -m model.tlt", "needs --experiment_spec/-e")]
    public void A_wrong_value_is_refused_before_anything_runs(string arguments, string expected)
    {
        Assert.Equal(ExitCode.UserError, _world.Tao(arguments.Split(' ')));

        Assert.Contains(expected, _world.Error, StringComparison.Ordinal);
        Assert.Empty(_world.Requests);
        Assert.False(Directory.Exists(_world.Path("out")));
    }

    [Fact]
    public void An_artifact_that_the_stage_did_not_make_is_a_bug_and_says_so()
    {
        _world.Artifacts.Remove("model");

        Assert.Equal(ExitCode.Bug, _world.Tao("classification", "prune", "-m", "model.tlt", "-o", "p.tlt"));

        Assert.Contains("TAO5216", _world.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void The_log_file_gets_a_copy_and_is_appended_to()
    {
        _world.Write("run.log", "before\n");

        Run("classification --log_file run.log train -e train.txt -r out");

        Assert.StartsWith("before\nclassification train: done", File.ReadAllText(_world.Path("run.log")), StringComparison.Ordinal);
        Assert.Contains("classification train: done", _world.Output, StringComparison.Ordinal);
    }

    private void Run(string arguments)
    {
        var code = _world.Tao(arguments.Split(' '));
        Assert.True(code == ExitCode.Success, _world.Error);
    }
}
