namespace Tao.Sdk.Tests.Builds;

/// <summary>A C# program that refers to a model as to any other project.</summary>
[Collection(BuiltModel.Collection)]
public sealed class ReferenceTests(BuiltModel built)
{
    private const string App =
        """
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup>
            <OutputType>Exe</OutputType>
            <TargetFramework>net10.0</TargetFramework>
            <ImplicitUsings>enable</ImplicitUsings>
            <EnableDefaultCompileItems>false</EnableDefaultCompileItems>
          </PropertyGroup>
          <ItemGroup>
            <Compile Include="Program.cs" />
            <ProjectReference Include="../model.taoproj" />
          </ItemGroup>
        </Project>
        """;

    private const string Program =
        """
        using Models;

        using var model = new Model();
        var answer = model.Predict(args[0]);
        Console.WriteLine($"{answer.Label} of {Enum.GetValues<ModelLabel>().Length} at {Model.InputWidth} pixels");
        """;

    [Fact]
    public async Task It_gets_a_typed_class_and_builds_nothing_twice()
    {
        using var project = WithApp();

        var first = await RunAsync(project, "build", "-tl:off", "-nr:false", "-v:n");
        Assert.Empty(first.MustSucceed().StartedStages);
        var second = (await RunAsync(project, "build", "-tl:off", "-nr:false", "-v:n")).MustSucceed();

        Assert.Empty(second.StartedStages);
        Assert.Contains("Skipping target \"CompileModelClass\"", second.Output);
        var run = await RunAsync(project, "bin/Debug/net10.0/app.dll", project["data/test/class1/000.png"]);
        Assert.Matches("^Class[01] of 2 at 32 pixels", run.MustSucceed().Output);
    }

    [Fact]
    public async Task Publishing_takes_the_model_along()
    {
        using var project = WithApp();

        (await RunAsync(project, "publish", "-c", "Debug", "-tl:off", "-nr:false", "-o", project["published"])).MustSucceed();

        Assert.True(File.Exists(project["published/model.onnx"]));
        var run = await DotNet.RunAsync(project.Root, [project["published/app.dll"], project["data/test/class0/000.png"]], TestContext.Current.CancellationToken);
        Assert.Contains("of 2 at 32 pixels", run.MustSucceed().Output);
    }

    [Fact]
    public async Task A_solution_builds_both_also_as_a_graph_and_in_parallel()
    {
        using var project = WithApp();
        var cancellation = TestContext.Current.CancellationToken;
        (await DotNet.RunAsync(project.Directory, ["new", "sln", "-n", "all", "--format", "sln"], cancellation)).MustSucceed();
        (await DotNet.RunAsync(project.Directory, ["sln", "all.sln", "add", "model.taoproj", "app/app.csproj"], cancellation)).MustSucceed();

        (await DotNet.RunAsync(project.Directory, ["build", "all.sln", "-m", "-tl:off", "-nr:false", "-bl:all.binlog"], cancellation)).MustSucceed();
        (await DotNet.RunAsync(project.Directory, ["build", "app/app.csproj", "-graph", "-tl:off", "-nr:false"], cancellation)).MustSucceed();

        Assert.True(File.Exists(project["all.binlog"]));
        Assert.True(File.Exists(project["app/bin/Debug/net10.0/model.onnx"]));
    }

    [Fact]
    public async Task An_editor_that_asks_gets_the_class_and_runs_no_stage()
    {
        using var project = WithApp();
        project.EditSpec("n_epochs: 2", "n_epochs: 3");
        (await RunAsync(project, "restore", "-tl:off", "-nr:false")).MustSucceed();

        string[] designTime = ["-p:DesignTimeBuild=true", "-p:BuildingProject=false", "-p:SkipCompilerExecution=true", "-p:ProvideCommandLineArgs=true", "-p:BuildingInsideVisualStudio=true"];
        var outcome = (await RunAsync(project, ["msbuild", "-t:Compile", "-getItem:CscCommandLineArgs", "-tl:off", "-nr:false", .. designTime])).MustSucceed();

        Assert.Contains("tao/class/bin/model.dll", outcome.Output.Replace('\\', '/'));
        Assert.Empty(outcome.StartedStages);
        Assert.Empty(outcome.CheckedStages);
    }

    [Fact]
    public async Task Two_models_lie_apart_beside_one_program()
    {
        using var project = WithApp();
        string other = File.ReadAllText(project["model.taoproj"]).Replace("</PropertyGroup>", "<TaoDeployFolder>models/other</TaoDeployFolder><TaoStages>Export</TaoStages></PropertyGroup>", StringComparison.Ordinal);
        project.Write("other/other.taoproj", other.Replace("data/", "../data/", StringComparison.Ordinal).Replace("specs/", "../specs/", StringComparison.Ordinal));
        project.Write("app/app.csproj", App.Replace("../model.taoproj", "../model.taoproj;../other/other.taoproj", StringComparison.Ordinal));
        project.Write("app/Program.cs", Program + "\nusing var other = new Other();\nConsole.WriteLine($\"also {other.Predict(args[0]).Label}\");");

        (await RunAsync(project, "build", "-tl:off", "-nr:false")).MustSucceed();

        Assert.True(File.Exists(project["app/bin/Debug/net10.0/models/other/model.onnx"]));
        var run = await RunAsync(project, "bin/Debug/net10.0/app.dll", project["data/test/class1/000.png"]);
        Assert.Matches(@"^Class[01] of 2 at 32 pixels\s+also Class[01]", run.MustSucceed().Output);
    }

    private ModelProject WithApp()
    {
        var project = built.Project.Copy(keepTimes: true);
        project.Write("app/app.csproj", App);
        project.Write("app/Program.cs", Program);
        return project;
    }

    private static Task<BuildOutcome> RunAsync(ModelProject project, params string[] arguments) =>
        DotNet.RunAsync(project["app"], arguments, TestContext.Current.CancellationToken);
}
