using System.Text.Json;
using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;

namespace Tao.Sdk.Tasks.Engine;

/// <summary>Turns the engine's event lines into MSBuild's messages, warnings and errors.</summary>
/// <param name="projectFile">Where a problem is shown that is of no file.</param>
internal sealed class EventTranslator(TaskLoggingHelper log, string stage, string projectDirectory, string projectFile)
{
    private EpochLine? _epoch;
    private int? _epochs;

    /// <summary>The last status that the engine gave: <c>started</c>, <c>uptodate</c>, <c>finished</c> ... or null.</summary>
    public string? Status { get; private set; }

    public bool HasLoggedError { get; private set; }

    /// <summary>Takes one line of standard output, such as <c>{"event":"metric","name":"val_acc","value":0.91,"epoch":3}</c>.</summary>
    public void Translate(string line)
    {
        log.LogMessage(MessageImportance.Low, "{0}", line);
        JsonDocument document;
        try
        {
            document = JsonDocument.Parse(line);
        }
        catch (JsonException)
        {
            // A native library may print what it likes; the line is in the log already.
            return;
        }

        using (document)
            Dispatch(document.RootElement);
    }

    /// <summary>Shows what is still held back, at the end of the stream.</summary>
    public void Flush()
    {
        if (_epoch is { HasMetrics: true })
            log.LogMessage(MessageImportance.High, "{0}: {1}", stage, _epoch.ToString());
        _epoch = null;
    }

    private void Dispatch(JsonElement item)
    {
        if (item.ValueKind != JsonValueKind.Object)
            return;
        switch (Text(item, "event")?.ToLowerInvariant())
        {
            case "stage":
                OnStage(item);
                break;
            case "progress":
                OnProgress(item);
                break;
            case "metric":
                OnMetric(item);
                break;
            case "diagnostic":
                Flush();
                OnDiagnostic(item);
                break;
            case "log":
                Flush();
                log.LogMessage(MessageImportance.High, "{0}", Text(item, "text"));
                break;
        }
    }

    private void OnStage(JsonElement item)
    {
        Flush();
        Status = Text(item, "status")?.ToLowerInvariant();
        var reason = Text(item, "reason");
        var suffix = string.IsNullOrEmpty(reason) ? "" : $" ({reason})";
        var importance = Status == "uptodate" ? MessageImportance.Normal : MessageImportance.High;
        log.LogMessage(importance, "{0}: {1}{2}", stage, Status == "uptodate" ? "up to date" : Status, suffix);
    }

    private void OnProgress(JsonElement item)
    {
        if (Number(item, "epoch") is not { } epoch || Number(item, "epochs") is not { } epochs)
            return;
        _epochs = (int)epochs;
        LineOf((int)epoch).EtaSeconds = Number(item, "etaSeconds");
    }

    private void OnMetric(JsonElement item)
    {
        if (Text(item, "name") is { } name && Number(item, "value") is { } value && Number(item, "epoch") is { } epoch)
            LineOf((int)epoch).Add(name, value);
    }

    private EpochLine LineOf(int epoch)
    {
        if (_epoch is null || _epoch.Epoch != epoch)
        {
            Flush();
            _epoch = new EpochLine(epoch, _epochs);
        }

        return _epoch;
    }

    private void OnDiagnostic(JsonElement item)
    {
        var code = Text(item, "code");
        var message = string.Join(' ', new[] { Text(item, "message"), Text(item, "remedy") }.Where(part => !string.IsNullOrEmpty(part)));
        var file = Text(item, "file") is { Length: > 0 } path ? Path.GetFullPath(path, projectDirectory) : projectFile;
        var line = (int)(Number(item, "line") ?? 0);
        var column = (int)(Number(item, "column") ?? 0);
        switch (Text(item, "severity")?.ToLowerInvariant())
        {
            case "error":
                HasLoggedError = true;
                log.LogError(null, code, code, file, line, column, 0, 0, "{0}", message);
                break;
            case "warning":
                log.LogWarning(null, code, code, file, line, column, 0, 0, "{0}", message);
                break;
            default:
                log.LogMessage(null, code, code, file, line, column, 0, 0, MessageImportance.Normal, "{0}", message);
                break;
        }
    }

    private static string? Text(JsonElement item, string name) =>
        item.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static double? Number(JsonElement item, string name) =>
        item.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number ? value.GetDouble() : null;
}
