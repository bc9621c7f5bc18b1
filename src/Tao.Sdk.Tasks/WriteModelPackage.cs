using System.Diagnostics;
using System.Xml.Linq;
using Microsoft.Build.Framework;
using Tao.Sdk.Tasks.Files;
using Task = Microsoft.Build.Utilities.Task;

namespace Tao.Sdk.Tasks;

/// <summary>
/// Writes what NuGet's <c>pack</c> needs for a model: a <c>.nuspec</c> that names the files, and the <c>.targets</c> by which a referring
/// program gets the model beside it. The class stands on the package of <c>Tao.Inference</c>, which brings its native libraries.
/// </summary>
public sealed class WriteModelPackage : Task
{
    private const string Framework = "net10.0";
    private const string ModelFolder = "model";

    private static readonly XNamespace _nuspec = "http://schemas.microsoft.com/packaging/2013/05/nuspec.xsd";

    [Required]
    public string PackageId { get; set; } = "";

    [Required]
    public string Version { get; set; } = "";

    [Required]
    public string Authors { get; set; } = "";

    [Required]
    public string Description { get; set; } = "";

    /// <summary>The compiled class; its documentation lies beside it.</summary>
    [Required]
    public string ClassAssembly { get; set; } = "";

    /// <summary>The <c>Tao.Inference</c> that the class was compiled against, whose version the package asks for.</summary>
    [Required]
    public string InferenceAssembly { get; set; } = "";

    /// <summary>Files that a program needs to run the model, with their place beside it as <c>TargetPath</c>.</summary>
    [Required]
    public ITaskItem[] ModelFiles { get; set; } = [];

    /// <summary>An absolute path; both files are written there.</summary>
    [Required]
    public string Folder { get; set; } = "";

    /// <summary>What to pack.</summary>
    [Output]
    public string NuspecFile { get; set; } = "";

    public override bool Execute()
    {
        string targets = Path.Combine(Folder, PackageId + ".targets");
        AtomicFile.WriteIfChanged(targets, Targets() + "\n");
        NuspecFile = Path.Combine(Folder, PackageId + ".nuspec");
        AtomicFile.WriteIfChanged(NuspecFile, Nuspec(targets) + "\n");
        return true;
    }

    private static XElement Targets() => new("Project",
        new XElement("ItemGroup",
            new XElement("None",
                new XAttribute("Include", $"$(MSBuildThisFileDirectory)../{ModelFolder}/**"),
                new XAttribute("Link", "%(RecursiveDir)%(Filename)%(Extension)"),
                new XAttribute("CopyToOutputDirectory", "PreserveNewest"),
                new XAttribute("Visible", "false"))));

    private XElement Nuspec(string targets)
    {
        string version = FileVersionInfo.GetVersionInfo(InferenceAssembly).ProductVersion ?? "";
        var metadata = new (string, string)[] { ("id", PackageId), ("version", Version), ("authors", Authors), ("description", Description) };
        string[] assemblies = [ClassAssembly, Path.ChangeExtension(ClassAssembly, ".xml")];
        // The second folder is for programs that get the model through another package.
        string[] folders = ["build", "buildTransitive"];
        return new XElement(_nuspec + "package",
            new XElement(_nuspec + "metadata",
                metadata.Select(field => new XElement(_nuspec + field.Item1, field.Item2)),
                new XElement(_nuspec + "dependencies",
                    new XElement(_nuspec + "group", new XAttribute("targetFramework", Framework),
                        new XElement(_nuspec + "dependency", new XAttribute("id", "Tao.Inference"), new XAttribute("version", version.Split('+')[0]))))),
            new XElement(_nuspec + "files",
                assemblies.Select(file => Entry(file, $"lib/{Framework}/{Path.GetFileName(file)}")),
                folders.Select(folder => Entry(targets, $"{folder}/{PackageId}.targets")),
                ModelFiles.Select(file => Entry(file.ItemSpec, $"{ModelFolder}/{file.GetMetadata("TargetPath")}"))));
    }

    private static XElement Entry(string file, string target) => new(_nuspec + "file", new XAttribute("src", file), new XAttribute("target", target));
}
