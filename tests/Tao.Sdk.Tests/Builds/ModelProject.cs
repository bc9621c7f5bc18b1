using System.Diagnostics;
using Tao.Testing;

namespace Tao.Sdk.Tests.Builds;

/// <summary>A small model project in a folder of its own, whose path has a space and a letter outside ASCII.</summary>
internal sealed class ModelProject : IDisposable
{
    /// <summary>Small and quick to train; every stage works on it as on a large one.</summary>
    public const string Spec =
        """
        model_config {
          arch: "squeezenet"
          input_image_size: "3,32,32"
        }
        train_config {
          train_dataset_path: "data/train"
          val_dataset_path: "data/val"
          optimizer { sgd { lr: 0.01 momentum: 0.9 } }
          batch_size_per_gpu: 4
          n_epochs: 2
          n_workers: 1
          preprocess_mode: "caffe"
          reg_config { type: "L2" scope: "Conv2D,Dense" weight_decay: 0.00005 }
          lr_config { step { learning_rate: 0.01 step_size: 10 gamma: 0.1 } }
        }
        eval_config {
          eval_dataset_path: "data/test"
          top_k: 1
          batch_size: 4
        }
        """;

    private const string Project =
        """
        <Project Sdk="Tao.Sdk/0.1.0">
          <PropertyGroup>
            <TaoNetwork>classification</TaoNetwork>
            <TaoSpec>specs/train.txt</TaoSpec>
            <TaoSeed>3</TaoSeed>
            <TaoInt8Images>8</TaoInt8Images>
          </PropertyGroup>
          <ItemGroup>
            <TaoDataset Include="data/train" Role="train" />
            <TaoDataset Include="data/val" Role="val" />
            <TaoDataset Include="data/test" Role="test" />
          </ItemGroup>
        </Project>
        """;

    private readonly TemporaryFolder _folder = new();

    private readonly PackedSdk _sdk;

    private ModelProject(PackedSdk sdk)
    {
        _sdk = sdk;
        _folder.Write("nuget.config", sdk.NuGetConfig());
    }

    public string Root => _folder.Path;

    public string Directory => Path.Combine(_folder.Path, "möwe one");

    public string SpecFile => this["specs/train.txt"];

    public string this[string relativePath] => Path.Combine(Directory, relativePath);

    public static ModelProject Create(PackedSdk sdk)
    {
        var project = new ModelProject(sdk);
        project.Write("model.taoproj", Project);
        project.Write("specs/train.txt", Spec);
        TinyImages.WriteFolder(project["data/train"], classes: 2, perClass: 6);
        TinyImages.WriteFolder(project["data/val"], classes: 2, perClass: 3);
        TinyImages.WriteFolder(project["data/test"], classes: 2, perClass: 3);
        return project;
    }

    /// <summary>A copy in another place, with everything that was built; the times of its files are the copy's, or on request the old ones.</summary>
    public ModelProject Copy(bool keepTimes = false)
    {
        var copy = new ModelProject(_sdk);
        foreach (string file in System.IO.Directory.EnumerateFiles(Directory, "*", SearchOption.AllDirectories))
        {
            string path = Path.GetRelativePath(Directory, file);
            copy.Write(path, File.ReadAllBytes(file));
            if (keepTimes)
                File.SetLastWriteTimeUtc(copy[path], File.GetLastWriteTimeUtc(file));
        }
        return copy;
    }

    public void Write(string relativePath, string text) => _folder.Write(Path.Combine("möwe one", relativePath), text);

    public void Write(string relativePath, byte[] bytes) => _folder.Write(Path.Combine("möwe one", relativePath), bytes);

    public void EditSpec(string from, string to)
    {
        string text = File.ReadAllText(SpecFile);
        Assert.Contains(from, text);
        File.WriteAllText(SpecFile, text.Replace(from, to, StringComparison.Ordinal));
    }

    public async Task<BuildOutcome> BuildAsync(params IEnumerable<string> arguments)
    {
        await _sdk.ReadyAsync();
        return await DotNet.RunAsync(Directory, Arguments(arguments), TestContext.Current.CancellationToken);
    }

    public Task<BuildOutcome> ExplainAsync(params IEnumerable<string> arguments) => BuildAsync(["-t:TaoExplain", .. arguments]);

    public Process StartBuild(params IEnumerable<string> arguments) => DotNet.Start(Directory, Arguments(arguments));

    public void Dispose() => _folder.Dispose();

    private static IEnumerable<string> Arguments(IEnumerable<string> arguments) => ["build", "-tl:off", "-nr:false", "-v:n", .. arguments];
}
