namespace Tao.Sdk.Tests.Builds;

/// <summary><c>dotnet pack</c> of a model, and programs that have it from a feed.</summary>
[Collection(BuiltModel.Collection)]
public sealed class PackageTests(BuiltModel built)
{
    private const string App =
        """
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup>
            <OutputType>Exe</OutputType>
            <TargetFramework>net10.0</TargetFramework>
            <ImplicitUsings>enable</ImplicitUsings>
            <RestoreAdditionalProjectSources>../packages</RestoreAdditionalProjectSources>
          </PropertyGroup>
          <ItemGroup>
            <PackageReference Include="Digits.Model" Version="1.2.0" />
          </ItemGroup>
        </Project>
        """;

    private const string Program =
        """
        using My.Models;

        using var model = new Digits();
        Console.WriteLine($"{model.Predict(args[0]).Label} by {typeof(Digits).Assembly.GetName().Version}");
        """;

    private static readonly string[] _facts = ["-p:PackageId=Digits.Model", "-p:Version=1.2.0", "-p:TaoClassName=Digits", "-p:TaoClassNamespace=My.Models", "-p:TaoDeployFolder=models/digits"];

    [Fact]
    public async Task A_program_gets_the_class_and_the_model_from_a_package()
    {
        using var project = built.Project.Copy(keepTimes: true);
        var pack = (await RunAsync(project, ".", ["pack", "-tl:off", "-nr:false", "-o", project["packages"], .. _facts])).MustSucceed();
        Assert.Empty(pack.StartedStages);
        project.Write("app/app.csproj", App);
        project.Write("app/Program.cs", Program);
        (await RunAsync(project, "app", "publish", "-tl:off", "-nr:false", "-o", project["published"])).MustSucceed();

        Assert.Contains("models/digits/model.onnx", Directory.EnumerateFiles(project["published"], "*", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(project["published"], file)));
        var run = await RunAsync(project, "published", "app.dll", project["data/test/class0/000.png"]);
        Assert.Matches("^Class[01] by 1.2.0.0", run.MustSucceed().Output);
    }

    [Fact]
    public async Task Without_a_class_there_is_nothing_to_pack()
    {
        using var project = built.Project.Copy(keepTimes: true);

        var pack = await RunAsync(project, ".", "pack", "-tl:off", "-nr:false", "-p:TaoStages=Evaluate");

        Assert.Equal(1, pack.ExitCode);
        Assert.Contains("model.taoproj : error TAO5109: There is no class to pack: TaoStages has no Export", pack.Output);
    }

    private static Task<BuildOutcome> RunAsync(ModelProject project, string folder, params string[] arguments) =>
        DotNet.RunAsync(project[folder], arguments, TestContext.Current.CancellationToken);
}
