using System.Globalization;
using System.Text.Json;
using Microsoft.Build.Framework;
using Tao.Sdk.Tasks.Classes;
using Tao.Sdk.Tasks.Files;
using Task = Microsoft.Build.Utilities.Task;

namespace Tao.Sdk.Tasks;

/// <summary>Writes the source of a model's typed class and the project that compiles it, each only when it changes.</summary>
public sealed class WriteModelClass : Task
{
    /// <summary>The model's <c>model.json</c>.</summary>
    [Required]
    public string ModelFile { get; set; } = "";

    /// <summary>The name from which the class has its own.</summary>
    [Required]
    public string Name { get; set; } = "";

    [Required]
    public string RootNamespace { get; set; } = "";

    /// <summary>The least score of a detection, where the program names none.</summary>
    [Required]
    public string Threshold { get; set; } = "";

    /// <summary>Of the assembly.</summary>
    [Required]
    public string Version { get; set; } = "";

    /// <summary>Where the model lies beside a program, with a slash at its end; empty for right beside it.</summary>
    public string DeployFolder { get; set; } = "";

    /// <summary>Assemblies that the class stands on.</summary>
    [Required]
    public ITaskItem[] References { get; set; } = [];

    /// <summary>An absolute path; the source and the project are written there.</summary>
    [Required]
    public string Folder { get; set; } = "";

    /// <summary>The project to build.</summary>
    [Output]
    public string ProjectFile { get; set; } = "";

    public override bool Execute()
    {
        var name = CSharpName.Of(Name);
        using var model = JsonDocument.Parse(File.ReadAllBytes(ModelFile));
        var source = new ModelClass(name, RootNamespace, double.Parse(Threshold, CultureInfo.InvariantCulture), DeployFolder).Write(model.RootElement);
        AtomicFile.WriteIfChanged(Path.Combine(Folder, "Model.cs"), source);
        ProjectFile = Path.Combine(Folder, Name + ".csproj");
        AtomicFile.WriteIfChanged(ProjectFile, Project());
        return true;
    }

    /// <summary>Nothing of the user's folders reaches it.</summary>
    private string Project() =>
        $"""
        <Project>
          <PropertyGroup>
            <ImportDirectoryBuildProps>false</ImportDirectoryBuildProps>
            <ImportDirectoryBuildTargets>false</ImportDirectoryBuildTargets>
            <ImportDirectoryPackagesProps>false</ImportDirectoryPackagesProps>
          </PropertyGroup>
          <Import Project="Sdk.props" Sdk="Microsoft.NET.Sdk" />
          <PropertyGroup>
            <TargetFramework>net10.0</TargetFramework>
            <Version>{System.Security.SecurityElement.Escape(Version)}</Version>
            <Nullable>enable</Nullable>
            <Deterministic>true</Deterministic>
            <GenerateDocumentationFile>true</GenerateDocumentationFile>
            <NoWarn>CS1591</NoWarn>
            <OutputPath>bin/</OutputPath>
            <AppendTargetFrameworkToOutputPath>false</AppendTargetFrameworkToOutputPath>
          </PropertyGroup>
          <ItemGroup>
        {string.Join("\n", References.Select(reference => $"    <Reference Include=\"{System.Security.SecurityElement.Escape(reference.ItemSpec)}\" />"))}
          </ItemGroup>
          <Import Project="Sdk.targets" Sdk="Microsoft.NET.Sdk" />
        </Project>

        """;
}
