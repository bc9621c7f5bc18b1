using Tao.Engine.Cache;
using Tao.Engine.Events;
using Tao.Engine.Stages;
using Tao.Imaging;
using Tao.Testing;

namespace Tao.Engine.Tests.Stages;

/// <summary>A project of a few drawn images and a small network, whose stages run as a build runs them.</summary>
internal sealed class TinyProject : IDisposable
{
    public const string SpecFile = "specs/train.txt";

    /// <summary>Line 2 is the architecture; tests count on the numbers of lines.</summary>
    public const string Spec =
        """
        model_config {
          arch: "squeezenet" use_batch_norm: true
          input_image_size: "3,32,32"
        }
        train_config {
          train_dataset_path: "data/train"
          val_dataset_path: "data/val"
          optimizer { sgd { lr: 0.01 momentum: 0.9 } }
          batch_size_per_gpu: 4
          n_epochs: 2
          n_workers: 1
          preprocess_mode: "tf"
          reg_config { type: "L2" scope: "Conv2D,Dense" weight_decay: 1e-4 }
          lr_config { step { learning_rate: 0.01 step_size: 50 gamma: 0.5 } }
        }
        eval_config {
          eval_dataset_path: "data/test"
          top_k: 1
          batch_size: 4
        }

        """;

    private readonly Tao.Testing.TemporaryFolder _folder = new();

    private TinyProject()
    {
    }

    public string Directory => _folder.Path;

    public string this[string relativePath] => Path.Combine(Directory, relativePath);

    /// <summary>Two classes of pictures: training, validation and test show different ones.</summary>
    public static TinyProject Create(string spec = Spec, int trainPerClass = 6, int otherPerClass = 3, int classes = 2)
    {
        var project = new TinyProject();
        project.Write(SpecFile, spec);
        project.Draw("data/train", classes, 0, trainPerClass);
        project.Draw("data/val", classes, 100, otherPerClass);
        project.Draw("data/test", classes, 150, otherPerClass);
        return project;
    }

    public void Draw(string folder, int classes, int first, int count)
    {
        for (int label = 0; label < classes; label++)
        {
            for (int number = first; number < first + count; number++)
                _folder.Write($"{folder}/class{label}/{number:D3}.png", ImageCodec.EncodePng(TinyImages.Draw(label, number)));
        }
    }

    public void Write(string relativePath, string text) => _folder.Write(relativePath, text);

    public void Write(string relativePath, byte[] bytes) => _folder.Write(relativePath, bytes);

    public byte[] Bytes(string relativePath) => File.ReadAllBytes(this[relativePath]);

    public void EditSpec(string from, string to)
    {
        string text = File.ReadAllText(this[SpecFile]);
        Assert.Contains(from, text);
        Write(SpecFile, text.Replace(from, to, StringComparison.Ordinal));
    }

    /// <summary>The same project in another folder, outputs and all.</summary>
    public TinyProject Copy(bool outputs = true)
    {
        var copy = new TinyProject();
        foreach (string file in Files().Where(file => outputs || !file.StartsWith("obj/", StringComparison.Ordinal)))
            copy.Write(file, Bytes(file));
        return copy;
    }

    /// <summary>Relative paths of all files but the locks, in order.</summary>
    public IEnumerable<string> Files(string under = "") => System.IO.Directory
        .EnumerateFiles(this[under], "*", SearchOption.AllDirectories)
        .Select(file => Path.GetRelativePath(Directory, file).Replace('\\', '/'))
        .Where(file => !file.EndsWith("/.lock", StringComparison.Ordinal))
        .Order(StringComparer.Ordinal);

    public static string Output(StageKind stage) => $"obj/tao/{stage}";

    /// <summary>The request that a build makes for the stage.</summary>
    public StageRequest Request(StageKind stage)
    {
        const string dataset = "obj/tao/ConvertDataset/dataset.json";
        const string trained = "obj/tao/Train/model.tlt", pruned = "obj/tao/Prune/model.tlt", retrained = "obj/tao/Retrain/model.tlt";
        var request = new StageRequest { Stage = stage, Network = "classification", ProjectDirectory = Directory, Spec = SpecFile, OutputDirectory = Output(stage), Seed = 3 };
        return stage switch
        {
            StageKind.Train => request.With("dataset", dataset),
            StageKind.Evaluate => request.With("dataset", dataset).With("model", trained),
            StageKind.Prune => request.With("model", trained) with { Options = request.Options.Add("pruning_threshold", "0.9") },
            StageKind.Retrain => request.With("dataset", dataset).With("model", pruned),
            StageKind.EvaluateRetrained or StageKind.Export => request.With("dataset", dataset).With("model", retrained),
            StageKind.Int8Calibrate => request.With("dataset", dataset).With("model", retrained).WithOption("calibration_algorithm", "percentile"),
            StageKind.EvaluateInt8 => request.With("dataset", dataset).With("model", retrained).With("onnx", "obj/tao/Int8Calibrate/model.int8.ort.onnx"),
            StageKind.Inference => request.With("model", retrained).With("images", "data/test"),
            _ => request,
        };
    }

    public StageRun Run(StageKind stage) => Run(Request(stage));

    public static StageRun Run(StageRequest request, Action<EngineEvent>? onEvent = null, CancellationToken cancellation = default)
    {
        var sink = new RecordingSink(onEvent);
        var result = new StageRunner(sink, new TickingClock()).Run(request, cancellation);
        return new StageRun(result, sink);
    }

    /// <summary>Runs the stage with a cache in the places given.</summary>
    public static StageRun Run(StageRequest request, CacheSettings cache)
    {
        var sink = new RecordingSink();
        using var opened = new StageCache(cache, _ => null, sink);
        return new StageRun(new StageRunner(sink, new TickingClock()) { Cache = opened }.Run(request, CancellationToken.None), sink);
    }

    public void Dispose() => _folder.Dispose();
}
