using System.Xml.Linq;

namespace Tao.Architecture.Tests;

/// <summary>Which project may know which: a project reference that this table lacks is a design decision, not a detail.</summary>
public sealed class ArrowTests
{
    private static readonly Dictionary<string, string> _allowed = new()
    {
        ["Tao.Specs"] = "",
        ["Tao.Torch"] = "",
        ["Tao.Imaging"] = "",
        ["Tao.Graph"] = "",
        ["Tao.Runtime"] = "Tao.Graph Tao.Torch",
        ["Tao.Data"] = "Tao.Specs Tao.Imaging",
        ["Tao.Objectives"] = "Tao.Graph Tao.Runtime Tao.Data Tao.Specs Tao.Torch",
        ["Tao.Networks"] = "Tao.Graph Tao.Imaging Tao.Runtime Tao.Data Tao.Objectives Tao.Specs",
        ["Tao.Onnx"] = "Tao.Graph",
        ["Tao.OnnxRuntime"] = "",
        ["Tao.Inference"] = "Tao.Imaging Tao.OnnxRuntime",
        ["Tao.Engine"] = "Tao.Specs Tao.Torch Tao.Imaging Tao.Graph Tao.Runtime Tao.Data Tao.Objectives Tao.Networks Tao.Onnx Tao.OnnxRuntime Tao.Inference",
        ["Tao.Cli"] = "Tao.Engine Tao.Specs Tao.Networks",
        ["Tao.Sdk.Tasks"] = "",
        ["Tao.Sdk"] = "Tao.Sdk.Tasks Tao.Cli Tao.Inference",
        ["Tao.Templates"] = "",
    };

    public static TheoryData<string> Projects => [.. Repository.SourceFiles("src", "*.csproj")];

    [Theory]
    [MemberData(nameof(Projects))]
    public void A_project_references_only_what_the_house_allows(string file)
    {
        string name = Path.GetFileNameWithoutExtension(file);
        Assert.True(_allowed.TryGetValue(name, out string? allowed), $"{name} is not in the table of arrows.");

        var references = XDocument.Parse(Repository.Read(file)).Descendants("ProjectReference")
            .Select(reference => Path.GetFileNameWithoutExtension(reference.Attribute("Include")!.Value.Replace('\\', '/')));

        Assert.Empty(references.Except(allowed!.Split(' ')));
    }

    [Fact]
    public void Networks_do_not_know_each_other()
    {
        var folders = Directory.GetDirectories(Path.Combine(Repository.Root, "src/Tao.Networks")).Select(path => Path.GetFileName(path)!)
            .Where(name => name is not ("bin" or "obj" or "Backbones" or "Blocks")).ToList();

        var sideways = from folder in folders
                       from file in Repository.SourceFiles($"src/Tao.Networks/{folder}")
                       from other in folders
                       where other != folder && Repository.Read(file).Contains($"Tao.Networks.{other}", StringComparison.Ordinal)
                       select $"{file} uses {other}";

        Assert.Empty(sideways);
    }
}
