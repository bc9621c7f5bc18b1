using System.Text.Json;

namespace Tao.Sdk.Tests.Builds;

[Collection(BuiltModel.Collection)]
public sealed class StraightLineTests(BuiltModel built)
{
    private static readonly string[] _published =
        ["calibration.cache", "labels.txt", "metrics.json", "model.int8.onnx", "model.int8.ort.onnx", "model.json", "model.onnx", "model.tlt", "report.html"];

    [Fact]
    public void A_first_build_runs_every_stage_in_order()
    {
        Assert.Equal(
            ["ValidateSpec", "ConvertDataset", "Train", "Evaluate", "Prune", "Retrain", "EvaluateRetrained", "Export", "Int8Calibrate", "EvaluateInt8"],
            built.FirstBuild.StartedStages);
        Assert.Contains($"model -> {built.Project["bin/Debug/model.onnx"]}", built.FirstBuild.Output);
        Assert.Contains("Train: epoch 2/2: ", built.FirstBuild.Output);
    }

    [Fact]
    public void The_output_folder_holds_what_is_deployed()
    {
        Assert.Equal(_published, Directory.GetFiles(built.Project["bin/Debug"]).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        Assert.Equal(File.ReadAllBytes(built.Project["obj/Debug/tao/Retrain/model.tlt"]), File.ReadAllBytes(built.Project["bin/Debug/model.tlt"]));
        Assert.Equal(["class0", "class1"], File.ReadLines(built.Project["bin/Debug/labels.txt"]));
        using var metrics = JsonDocument.Parse(File.ReadAllText(built.Project["bin/Debug/metrics.json"]));
        Assert.True(metrics.RootElement.TryGetProperty("EvaluateInt8", out _));
    }

    [Fact]
    public async Task A_build_with_nothing_to_do_starts_no_engine()
    {
        using var project = built.Project.Copy();
        await project.BuildAsync();

        var outcome = (await project.BuildAsync()).MustSucceed();

        Assert.Empty(outcome.StartedStages);
        Assert.Empty(outcome.CheckedStages);
    }

    [Fact]
    public async Task A_deleted_output_comes_back_without_a_stage()
    {
        using var project = built.Project.Copy();
        File.Delete(project["bin/Debug/model.onnx"]);

        var outcome = (await project.BuildAsync()).MustSucceed();

        Assert.Empty(outcome.StartedStages);
        Assert.True(File.Exists(project["bin/Debug/model.onnx"]));
    }

    [Fact]
    public async Task Clean_removes_what_the_build_made_and_nothing_else()
    {
        using var project = built.Project.Copy();
        project.Write("bin/Debug/notes.txt", "the user's own");

        (await DotNet.RunAsync(project.Directory, ["clean", "-nr:false"], TestContext.Current.CancellationToken)).MustSucceed();

        Assert.Equal(["notes.txt"], Directory.GetFiles(project["bin/Debug"]).Select(Path.GetFileName));
        Assert.False(Directory.Exists(project["obj/Debug/tao"]));
        Assert.True(File.Exists(project["data/train/class0/000.png"]));
    }

    [Fact]
    public async Task A_program_that_refers_to_the_model_gets_its_files()
    {
        using var project = built.Project.Copy();
        await project.BuildAsync();
        project.Write("../app/app.csproj", AppProject);
        project.Write("../app/Program.cs", "return 0;");
        string app = Path.Combine(project.Root, "app");

        var outcome = (await DotNet.RunAsync(app, ["build", "-nr:false", "-tl:off"], TestContext.Current.CancellationToken)).MustSucceed();

        Assert.Empty(outcome.StartedStages);
        Assert.Contains("0 Warning(s)", outcome.Output);
        Assert.True(File.Exists(Path.Combine(app, "bin/Debug/net10.0/model.onnx")));
        Assert.True(File.Exists(Path.Combine(app, "bin/Debug/net10.0/labels.txt")));
    }

    [Fact]
    public async Task Two_models_of_one_solution_build_at_the_same_time()
    {
        using var project = built.Project.Copy();
        using (var other = built.Project.Copy())
            foreach (string file in Directory.EnumerateFiles(other.Directory, "*", SearchOption.AllDirectories))
                project.Write(Path.Combine("../second", Path.GetRelativePath(other.Directory, file)), File.ReadAllBytes(file));
        string[][] commands =
        [
            ["new", "sln", "-n", "both", "-f", "slnx"],
            ["sln", "add", project["model.taoproj"], Path.Combine(project.Root, "second/model.taoproj")],
            ["build", "-m", "-nr:false", "-tl:off"],
        ];
        BuildOutcome? last = null;
        foreach (string[] command in commands)
            last = (await DotNet.RunAsync(project.Root, command, TestContext.Current.CancellationToken)).MustSucceed();

        Assert.Equal(2, last!.Output.Split("model -> ").Length - 1);
        Assert.Empty(last.StartedStages);
    }

    private const string AppProject =
        """
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup>
            <OutputType>Exe</OutputType>
            <TargetFramework>net10.0</TargetFramework>
          </PropertyGroup>
          <ItemGroup>
            <ProjectReference Include="../möwe one/model.taoproj" ReferenceOutputAssembly="false" />
          </ItemGroup>
        </Project>
        """;
}
