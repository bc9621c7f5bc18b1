using System.Globalization;
using System.Text;
using Tao.Imaging;

namespace Tao.Benchmarks;

/// <summary>A build with nothing to do over a data set of 50,000 files, against an empty class library and against Snakemake over the same files. Needs a finished Pack.</summary>
internal static class LargeNoOpBuild
{
    private const int Files = 50_000;
    private const int Classes = 10;

    private const string Project =
        """
        <Project Sdk="Tao.Sdk/0.1.0">
          <PropertyGroup>
            <TaoNetwork>classification</TaoNetwork>
            <TaoSpec>train.txt</TaoSpec>
            <TaoStages>None</TaoStages>
          </PropertyGroup>
          <ItemGroup>
            <TaoDataset Include="few" Role="train" />
            <TaoDataset Include="few" Role="val" />
            <TaoDataset Include="many" Role="test" />
          </ItemGroup>
        </Project>
        """;

    private const string Spec =
        """
        model_config { arch: "squeezenet" input_image_size: "3,32,32" }
        train_config {
          train_dataset_path: "few" val_dataset_path: "few"
          optimizer { sgd { lr: 0.001 momentum: 0.9 } }
          batch_size_per_gpu: 10 n_epochs: 1
          reg_config { type: "L2" scope: "Conv2D,Dense" weight_decay: 0.00005 }
          lr_config { step { learning_rate: 0.001 step_size: 10 gamma: 0.1 } }
        }
        eval_config { eval_dataset_path: "many" top_k: 1 batch_size: 64 }
        """;

    private const string Workflow =
        """
        from pathlib import Path
        IMAGES = sorted(str(path) for path in Path("many").rglob("*.png"))
        rule train:
            input: "dataset.json"
            output: "model"
            shell: "touch {output}"
        rule convert:
            input: IMAGES
            output: "dataset.json"
            shell: "touch {output}"
        """;

    public static void Print(int rounds)
    {
        string folder = Directory.CreateTempSubdirectory("tao-bench-").FullName;
        try
        {
            string library = Path.Combine(folder, "library"), project = Path.Combine(folder, "project");
            Write(project);
            Command.Run(folder, "dotnet", "new", "classlib", "-n", "Empty", "-o", library);
            Command.Run(library, "dotnet", "build");
            Command.Run(project, "dotnet", "build");
            string title = string.Create(CultureInfo.InvariantCulture, $"No-op dotnet build, {Files} files");
            Comparison.PrintRatio($"{title}: against an empty class library", rounds, () => Command.Run(project, "dotnet", "build"), () => Command.Run(library, "dotnet", "build"));
            if (!Command.Exists("snakemake"))
            {
                Console.WriteLine("Snakemake is not installed: no comparison with it.");
                return;
            }
            Command.Run(project, "snakemake", "--cores", "1", "train");
            Comparison.PrintRatio($"{title}: against Snakemake", rounds, () => Command.Run(project, "dotnet", "build"), () => Command.Run(project, "snakemake", "--cores", "1", "train"));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static void Write(string project)
    {
        for (int i = 0; i < Files; i++)
            WriteImage(Path.Combine(project, "many", Folder(i)), i);
        for (int i = 0; i < 2 * Classes; i++)
            WriteImage(Path.Combine(project, "few", Folder(i)), Files + i);
        string packages = Path.Combine(Comparison.RepositoryRoot(), "build/packages");
        File.WriteAllText(Path.Combine(project, "nuget.config"), $"""
            <configuration>
              <config><add key="globalPackagesFolder" value="{packages}/unpacked" /></config>
              <packageSources><clear /><add key="packages" value="{packages}" /></packageSources>
            </configuration>
            """);
        File.WriteAllText(Path.Combine(project, "large.taoproj"), Project);
        File.WriteAllText(Path.Combine(project, "train.txt"), Spec);
        File.WriteAllText(Path.Combine(project, "Snakefile"), Workflow);
    }

    private static string Folder(int i) => string.Create(CultureInfo.InvariantCulture, $"class{i % Classes}");

    /// <summary>Four pixels a side, of a colour of its own.</summary>
    private static void WriteImage(string folder, int i)
    {
        Directory.CreateDirectory(folder);
        byte[] pixel = Encoding.ASCII.GetBytes(i.ToString("D6", CultureInfo.InvariantCulture));
        var image = new Image(4, 4, 3, [.. Enumerable.Range(0, 4 * 4 * 3).Select(k => pixel[k % pixel.Length])]);
        File.WriteAllBytes(Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"{i:D6}.png")), ImageCodec.EncodePng(image));
    }
}
