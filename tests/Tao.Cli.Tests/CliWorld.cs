using Tao.Cli.Execution;
using Tao.Engine.Events;
using Tao.Engine.Jobs;
using Tao.Engine.Stages;
using Tao.Networks;
using Tao.Specs;

namespace Tao.Cli.Tests;

/// <summary>A <c>tao</c> command in a world of its own: a temporary folder, texts for the console, and a runner that the test gives.</summary>
internal sealed class CliWorld : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("tao prüfung ");
    private readonly StringWriter _output = new() { NewLine = "\n" };
    private readonly StringWriter _error = new() { NewLine = "\n" };

    public CliWorld()
    {
        Jobs = new JobRegistry(Path("state"), Clock);
        Runner = (request, events, _) => Finish(request, events);
    }

    public ManualClock Clock { get; } = new();

    public JobRegistry Jobs { get; }

    public StopSignal Stop { get; } = new();

    public Dictionary<string, string> Variables { get; } = [];

    public string Input { get; set; } = "";

    /// <summary>What a stage does; by default it finishes and leaves the artifacts in <see cref="Artifacts"/>.</summary>
    public StageRun Runner { get; set; }

    public List<string> Artifacts { get; } = ["model", "onnx", "labels", "deepstream", "onnx_tensorrt", "onnx_raw", "onnxruntime", "calibration_cache", "tensor_scales"];

    /// <summary>The requests that were run.</summary>
    public List<StageRequest> Requests { get; } = [];

    public string Output => _output.ToString();

    public string Error => _error.ToString();

    public string Folder => _folder.FullName;

    public CliContext Context
    {
        get
        {
            var host = new StageHost(Run, Jobs, Clock);
            return new CliContext
            {
                Terminal = new Terminal(_output, _error, IsInteractive: false, UsesColor: false),
                Input = new StringReader(Input),
                WorkingDirectory = Folder,
                Environment = name => Variables.GetValueOrDefault(name),
                Clock = Clock,
                Networks =
                [
                    new NetworkCard("classification", DatasetFormat.ClassFolders, typeof(ToySpec), (root, bag) => SpecBinder.Bind<ToySpec>(root, bag), ["resnet", "squeezenet"]),
                    new NetworkCard("ssd", DatasetFormat.Boxes, typeof(ToySpec), (root, bag) => SpecBinder.Bind<ToySpec>(root, bag), ["resnet"]),
                ],
                Launcher = host,
                Host = host,
                Jobs = Jobs,
                Stop = Stop,
            };
        }
    }

    public int Tao(params string[] arguments) => new TaoApplication(Context).Run(arguments);

    public string Path(string name) => System.IO.Path.Combine(Folder, name);

    public string Write(string name, string text = "")
    {
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(Path(name))!);
        File.WriteAllText(Path(name), text);
        return name;
    }

    public void Dispose()
    {
        Stop.Dispose();
        _folder.Delete(recursive: true);
    }

    private StageResult Run(StageRequest request, IEventSink events, CancellationToken cancellation)
    {
        Requests.Add(request);
        return Runner(request, events, cancellation);
    }

    private StageResult Finish(StageRequest request, IEventSink events)
    {
        Directory.CreateDirectory(request.FullOutputDirectory);
        var artifacts = Artifacts.Select(name => new StageArtifact(name, name + ".bin", "00", name.Length)).ToArray();
        foreach (var artifact in artifacts)
            File.WriteAllText(System.IO.Path.Combine(request.FullOutputDirectory, artifact.Path), artifact.Name);
        var result = new StageResult { Stage = request.Stage, Network = request.Network, Fingerprint = "f", Artifacts = [.. artifacts] };
        File.WriteAllText(System.IO.Path.Combine(request.FullOutputDirectory, "result.json"), System.Text.Json.JsonSerializer.Serialize(result, Engine.EngineJson.Options));
        events.Publish(new StageEvent(request.Stage, StageStatus.Finished));
        return result;
    }
}
