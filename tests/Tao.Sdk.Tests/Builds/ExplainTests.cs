using System.Diagnostics;
using System.Text;
using System.Text.Json;
using Tao.Testing;

namespace Tao.Sdk.Tests.Builds;

/// <summary>What <c>-t:TaoExplain</c> says of edits, and that it does nothing else.</summary>
[Collection(BuiltModel.Collection)]
public sealed class ExplainTests(BuiltModel built)
{
    private const string Evaluations = "Evaluate EvaluateRetrained EvaluateInt8";
    private const string FromTrain = "Train Evaluate Prune Retrain EvaluateRetrained Export Int8Calibrate EvaluateInt8";
    private const string FromPrune = "Prune Retrain EvaluateRetrained Export Int8Calibrate EvaluateInt8";

    /// <summary>An edit and the stages that it makes stale.</summary>
    private static readonly (string Edit, Func<ModelProject, string?> Apply, string Expected)[] _edits =
    [
        ("nothing", _ => null, ""),
        ("a comment", project => Edit(project, "  n_epochs: 2", "  # twice is enough\n  n_epochs: 2"), ""),
        ("fields in another order", project => Edit(project, "  batch_size_per_gpu: 4\n  n_epochs: 2", "  n_epochs: 2\n  batch_size_per_gpu: 4"), ""),
        ("a default written down", project => Edit(project, "n_workers: 1", "n_workers: 1 enable_random_crop: false"), ""),
        ("loader threads", project => Edit(project, "n_workers: 1", "n_workers: 2"), ""),
        ("model_config", project => Edit(project, "3,32,32", "3,48,48"), "ValidateSpec " + FromTrain),
        ("train_config.n_epochs", project => Edit(project, "n_epochs: 2", "n_epochs: 3"), "ValidateSpec " + FromTrain),
        ("train_config.optimizer", project => Edit(project, "momentum: 0.9", "momentum: 0.8"), "ValidateSpec " + FromTrain),
        ("train_config.lr_config", project => Edit(project, "gamma: 0.1", "gamma: 0.2"), "ValidateSpec " + FromTrain),
        ("train_config.reg_config", project => Edit(project, "weight_decay: 0.00005", "weight_decay: 0.0001"), "ValidateSpec " + FromTrain),
        ("eval_config.top_k", project => Edit(project, "top_k: 1", "top_k: 2"), "ValidateSpec " + Evaluations),
        ("a training image added", project => Draw(project, "data/train/class1/new.png", 50), "ConvertDataset " + FromTrain),
        ("a training image changed", project => Draw(project, First(project, "data/train/class1"), 51), "ConvertDataset " + FromTrain),
        ("a training image removed", project => Delete(First(project, "data/train/class1")), "ConvertDataset " + FromTrain),
        ("a training image renamed", project => Rename(First(project, "data/train/class1")), "ConvertDataset " + FromTrain),
        ("a validation image changed", project => Draw(project, First(project, "data/val/class1"), 52), "ConvertDataset " + FromTrain),
        ("a test image added", project => Draw(project, "data/test/class1/new.png", 53), "ConvertDataset Evaluate EvaluateRetrained Export EvaluateInt8"),
        ("property TaoPruneThreshold", _ => "-p:TaoPruneThreshold=0.9", FromPrune),
        ("property TaoInt8Algorithm", _ => "-p:TaoInt8Algorithm=percentile", "Int8Calibrate EvaluateInt8"),
        ("property TaoOnnxOpset", _ => "-p:TaoOnnxOpset=14", "Export Int8Calibrate EvaluateInt8"),
        ("property TaoSeed", _ => "-p:TaoSeed=4", FromTrain),
        ("property TaoDevice", _ => "-p:TaoDevice=cuda", FromTrain),
        ("the engine", OtherEngine, "ValidateSpec ConvertDataset " + FromTrain),
    ];

    [Fact]
    public async Task Every_edit_makes_the_stages_stale_that_read_it()
    {
        var table = new StringBuilder("| edit | expected | explained |\n|---|---|---|\n");
        var wrong = new List<string>();
        foreach (var (edit, apply, expected) in _edits)
        {
            using var project = built.Project.Copy();
            string[] arguments = apply(project) is { } argument ? [argument] : [];

            var outcome = (await project.ExplainAsync(arguments)).MustSucceed();

            string explained = string.Join(' ', outcome.ExplainedStages);
            table.Append($"| {edit} | {expected} | {explained} |\n");
            if (explained != expected)
                wrong.Add(edit);
        }
        TestContext.Current.TestOutputHelper?.WriteLine(table.ToString());
        Assert.True(wrong.Count == 0, table.ToString());
    }

    [Fact]
    public async Task Nothing_runs_and_the_reason_is_said()
    {
        using var project = built.Project.Copy();
        project.EditSpec("n_epochs: 2", "n_epochs: 80");
        byte[] record = File.ReadAllBytes(project["obj/Debug/tao/Train/result.json"]);

        var outcome = (await project.ExplainAsync()).MustSucceed();

        Assert.Empty(outcome.StartedStages);
        Assert.Contains("spec.train_config.n_epochs: 2 -> 80", outcome.Output);
        Assert.Matches(@"9 of 10 stages would run; they took \d+:\d\d the last time\.", outcome.Output);
        Assert.Equal(record, File.ReadAllBytes(project["obj/Debug/tao/Train/result.json"]));
    }

    [Fact]
    public async Task A_program_that_makes_the_data_is_not_run()
    {
        using var project = built.Project.Copy();
        string text = File.ReadAllText(project["model.taoproj"]);
        project.Write("model.taoproj", text.Replace("<ItemGroup>", "<ItemGroup>\n    <TaoGenerator Include=\"draw.sh\" Folder=\"data/drawn\" />", StringComparison.Ordinal));
        project.Write("draw.sh", "#!/bin/sh\ntouch drawn\n");

        var outcome = (await project.ExplainAsync()).MustSucceed();

        Assert.Contains("its data comes from draw.sh", outcome.Output);
        Assert.False(File.Exists(project["drawn"]));
    }

    [Fact]
    public async Task The_command_explains_a_project_too()
    {
        using var project = built.Project.Copy();
        using var process = Process.Start(new ProcessStartInfo(
            "dotnet", [Path.Combine(Repository.Root, "src/Tao.Cli/bin", Repository.Configuration, "net10.0/tao.dll"), "explain", "model.taoproj", "--json", "-p", "TaoSeed=4"])
        {
            WorkingDirectory = project.Directory,
            RedirectStandardOutput = true,
        })!;
        string output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);

        Assert.Equal(0, process.ExitCode);
        using var json = JsonDocument.Parse(output);
        var train = json.RootElement.EnumerateArray().Single(stage => stage.GetProperty("stage").GetString() == "Train");
        Assert.Equal("seed: 3 -> 4", train.GetProperty("reasons")[0].GetString());
    }

    private static string? Edit(ModelProject project, string from, string to)
    {
        project.EditSpec(from, to);
        return null;
    }

    private static string? Draw(ModelProject project, string path, int number)
    {
        project.Write(path, Imaging.ImageCodec.EncodePng(TinyImages.Draw(1, number)));
        return null;
    }

    private static string? Delete(string path)
    {
        File.Delete(path);
        return null;
    }

    private static string? Rename(string path)
    {
        File.Move(path, Path.Combine(Path.GetDirectoryName(path)!, "zz.png"));
        return null;
    }

    private static string First(ModelProject project, string folder) => Directory.GetFiles(project[folder]).Order(StringComparer.Ordinal).First();

    /// <summary>Records as an older engine would have left them.</summary>
    private static string? OtherEngine(ModelProject project)
    {
        foreach (string record in Directory.GetFiles(project["obj/Debug/tao"], "result.json", SearchOption.AllDirectories))
        {
            string text = File.ReadAllText(record);
            using var json = JsonDocument.Parse(text);
            string fingerprint = json.RootElement.GetProperty("fingerprint").GetString()!;
            string engine = json.RootElement.GetProperty("inputs").GetProperty("engine").GetString()!;
            File.WriteAllText(record, text.Replace($"\"{engine}\"", "\"0.0.1\"", StringComparison.Ordinal).Replace(fingerprint, new string('0', 64), StringComparison.Ordinal));
        }
        return null;
    }
}
