using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.Build.Framework;
using Tao.Sdk.Tasks.Files;
using Task = Microsoft.Build.Utilities.Task;

namespace Tao.Sdk.Tasks;

/// <summary>
/// Copies what the stages made to the output folder under its published names, the last stage that made a file winning, and
/// gathers all metrics in <c>metrics.json</c>.
/// </summary>
public sealed class PublishModel : Task
{
    private static readonly JsonWriterOptions _writerOptions = new()
    {
        Indented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Stage names, in order, with the metadata <c>OutputDirectory</c>.</summary>
    [Required]
    public ITaskItem[] Stages { get; set; } = [];

    [Required]
    public string ProjectDirectory { get; set; } = "";

    /// <summary>File names to publish.</summary>
    [Required]
    public string[] Files { get; set; } = [];

    /// <summary>An absolute path.</summary>
    [Required]
    public string DestinationDirectory { get; set; } = "";

    [Required]
    public string MetricsFile { get; set; } = "";

    public override bool Execute()
    {
        foreach (var name in Files)
            Publish(name);
        AtomicFile.Write(MetricsFile, CollectMetrics());
        return true;
    }

    private void Publish(string name)
    {
        var destination = Path.Combine(DestinationDirectory, name);
        var source = Stages.Select(stage => Path.Combine(FullOutputDirectory(stage), name)).LastOrDefault(File.Exists);
        if (source is not null)
            AtomicFile.Copy(source, destination);
        else
            AtomicFile.Remove(destination);
    }

    private string CollectMetrics()
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, _writerOptions))
        {
            json.WriteStartObject();
            foreach (var stage in Stages)
                WriteMetrics(json, stage);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.ToArray()) + "\n";
    }

    private void WriteMetrics(Utf8JsonWriter json, ITaskItem stage)
    {
        var resultFile = Path.Combine(FullOutputDirectory(stage), StageStamp.ResultFileName);
        if (!File.Exists(resultFile))
            return;
        using var result = JsonDocument.Parse(File.ReadAllBytes(resultFile));
        if (!result.RootElement.TryGetProperty("metrics", out var metrics) || !metrics.EnumerateObject().Any())
            return;
        json.WritePropertyName(stage.ItemSpec);
        metrics.WriteTo(json);
    }

    private string FullOutputDirectory(ITaskItem stage) => Path.GetFullPath(stage.GetMetadata("OutputDirectory"), ProjectDirectory);
}
