using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.Build.Framework;
using Tao.Sdk.Tasks.Files;
using Task = Microsoft.Build.Utilities.Task;

namespace Tao.Sdk.Tasks;

/// <summary>
/// Writes each stage's request for the engine, only when its bytes change: so a property given on the command line makes the
/// stages stale that it belongs to. Also forgets the stamp of a stage whose inputs or outputs are not as it left them.
/// </summary>
public sealed class WriteStageRequests : Task
{
    private static readonly JsonWriterOptions _writerOptions = new()
    {
        Indented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private const string GateStage = "Gate";

    private static readonly string[] _gateMetadata = ["Of", "Minimum", "Maximum", "MaxDrop", "MaxRise", "RelativeTo", "Baseline", "Noise"];

    [Required]
    public string ProjectDirectory { get; set; } = "";

    /// <summary>Where mistakes in properties and items are shown; the task itself stands in a file of the SDK.</summary>
    [Required]
    public string ProjectFile { get; set; } = "";

    /// <summary>The folder for requests and stamps.</summary>
    [Required]
    public string RequestDirectory { get; set; } = "";

    [Required]
    public string Network { get; set; } = "";

    /// <summary>Stage names with the metadata <c>Spec</c> and <c>OutputDirectory</c>.</summary>
    [Required]
    public ITaskItem[] Stages { get; set; } = [];

    /// <summary>Roles with the metadata <c>Stage</c> (names, separated by semicolons) and <c>Path</c>.</summary>
    public ITaskItem[] StageInputs { get; set; } = [];

    /// <summary>Names with the metadata <c>Stage</c> and <c>Value</c>; an empty value leaves the engine's default.</summary>
    public ITaskItem[] StageOptions { get; set; } = [];

    /// <summary>Host folders with the metadata <c>Destination</c>, the container path that specs use.</summary>
    public ITaskItem[] Mounts { get; set; } = [];

    /// <summary>Metrics with the metadata of a TaoGate; for the stage Gate.</summary>
    public ITaskItem[] Gates { get; set; } = [];

    public string? Seed { get; set; }

    public string Device { get; set; } = "cpu";

    public override bool Execute()
    {
        if (!ulong.TryParse(string.IsNullOrEmpty(Seed) ? "0" : Seed, out _))
        {
            LogProjectError("TAO5105", $"TaoSeed is '{Seed}'. Write a whole number from 0 to 18446744073709551615.");
            return false;
        }

        foreach (var stage in Stages)
        {
            WriteRequest(stage);
            ForgetChanged(stage);
        }

        return !Log.HasLoggedErrors;
    }

    private void WriteRequest(ITaskItem stage)
    {
        var paths = new ProjectPaths(ProjectDirectory);
        var requestFile = Path.Combine(RequestDirectory, stage.ItemSpec + ".request.json");
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, _writerOptions))
        {
            json.WriteStartObject();
            json.WriteString("stage", stage.ItemSpec);
            json.WriteString("network", Network);
            json.WriteString("projectDirectory", Path.GetRelativePath(RequestDirectory, paths.Directory).Replace(Path.DirectorySeparatorChar, '/'));
            json.WriteString("spec", stage.GetMetadata("Spec") is { Length: > 0 } spec ? paths.Portable(spec) : "");
            json.WriteString("outputDirectory", paths.Portable(stage.GetMetadata("OutputDirectory")));
            WriteMap(json, "inputs", StageInputs, stage.ItemSpec, item => paths.Portable(item.GetMetadata("Path")), "Path");
            WriteMap(json, "options", StageOptions, stage.ItemSpec, item => item.GetMetadata("Value"), "Value");
            if (stage.ItemSpec == GateStage)
                WriteGates(json);
            WriteMounts(json, paths);
            if (!string.IsNullOrEmpty(Seed))
                json.WriteNumber("seed", ulong.Parse(Seed, System.Globalization.CultureInfo.InvariantCulture));
            json.WriteString("device", Device);
            json.WriteEndObject();
        }

        if (AtomicFile.WriteIfChanged(requestFile, Encoding.UTF8.GetString(buffer.ToArray()) + "\n"))
            Log.LogMessage(MessageImportance.Low, "{0}: the request changed ({1}).", stage.ItemSpec, requestFile);
    }

    private static void WriteMap(Utf8JsonWriter json, string name, ITaskItem[] items, string stage, Func<ITaskItem, string> value, string metadata)
    {
        json.WriteStartObject(name);
        var chosen = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var item in items.Where(item => BelongsTo(item, stage) && item.GetMetadata(metadata).Length > 0))
            chosen[item.ItemSpec] = value(item);
        foreach (var (key, text) in chosen)
            json.WriteString(key, text);
        json.WriteEndObject();
    }

    private void WriteGates(Utf8JsonWriter json)
    {
        json.WriteStartArray("gates");
        foreach (var gate in Gates)
        {
            json.WriteStartObject();
            json.WriteString("metric", gate.ItemSpec);
            foreach (var name in _gateMetadata)
                json.WriteString(JsonNamingPolicy.CamelCase.ConvertName(name), gate.GetMetadata(name));
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private void WriteMounts(Utf8JsonWriter json, ProjectPaths paths)
    {
        json.WriteStartArray("mounts");
        foreach (var mount in Mounts)
        {
            json.WriteStartObject();
            json.WriteString("source", paths.Portable(mount.ItemSpec));
            json.WriteString("destination", mount.GetMetadata("Destination"));
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private void ForgetChanged(ITaskItem stage)
    {
        var stampFile = Path.Combine(RequestDirectory, stage.ItemSpec + ".stamp");
        if (!File.Exists(stampFile))
            return;
        var changed = StageStamp.FindChanged(stampFile, Path.GetFullPath(stage.GetMetadata("OutputDirectory"), ProjectDirectory));
        if (changed is null)
            return;
        Log.LogMessage(MessageImportance.Low, "{0}: '{1}' is gone or not as it was, so the engine looks at the stage again.", stage.ItemSpec, changed);
        File.Delete(stampFile);
    }

    private static bool BelongsTo(ITaskItem item, string stage) =>
        item.GetMetadata("Stage").Split(';', StringSplitOptions.TrimEntries).Contains(stage, StringComparer.Ordinal);

    private void LogProjectError(string code, string message) =>
        Log.LogError(null, code, code, ProjectFile, 0, 0, 0, 0, message);
}
