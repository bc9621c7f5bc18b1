using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Tao.Engine.Logs;

/// <summary>
/// <c>status.json</c> as TAO's tools read it: one JSON object a line, appended. Beside TAO's keys each line has <c>timestamp</c>
/// (ISO 8601, UTC), values are numbers rather than text, and a run's last line is always SUCCESS, FAILURE or SKIPPED.
/// </summary>
public sealed class StatusLog(string path, TimeProvider clock)
{
    public const string FileName = "status.json";

    private static readonly JsonWriterOptions _json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly Lock _gate = new();
    private ImmutableSortedDictionary<string, string> _categorical = ImmutableSortedDictionary<string, string>.Empty;
    private ImmutableSortedDictionary<string, double> _graphical = ImmutableSortedDictionary<string, double>.Empty;
    private ImmutableSortedDictionary<string, double> _kpi = ImmutableSortedDictionary<string, double>.Empty;

    public string Path { get; } = path;

    public void Append(StatusLine line)
    {
        lock (_gate)
        {
            _categorical = _categorical.SetItems(line.Categorical);
            _graphical = _graphical.SetItems(line.Graphical);
            _kpi = _kpi.SetItems(line.Kpi);
            AppendLine(Compose(line));
        }
    }

    /// <summary>
    /// Ends a log whose process died before it could: appends FAILURE when the last line is not final. A parent calls this for
    /// its worker, and a new run for the one before it.
    /// </summary>
    public static void CloseAfterDeath(string path, TimeProvider clock, string message)
    {
        if (LastStatus(path) is RunStatus.Started or RunStatus.Running)
            new StatusLog(path, clock).Append(new StatusLine(RunStatus.Failure, message));
    }

    /// <summary>The state that the log ends in; null when it has no readable line.</summary>
    public static RunStatus? LastStatus(string path)
    {
        if (!File.Exists(path))
            return null;
        foreach (var line in File.ReadLines(path).Reverse())
        {
            if (TryReadStatus(line) is { } status)
                return status;
        }
        return null;
    }

    private static RunStatus? TryReadStatus(string line)
    {
        try
        {
            using var document = JsonDocument.Parse(line);
            return document.RootElement.TryGetProperty("status", out var value) && Enum.TryParse<RunStatus>(value.GetString(), ignoreCase: true, out var status)
                ? status
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private byte[] Compose(StatusLine line)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, _json))
        {
            json.WriteStartObject();
            WriteClock(json);
            json.WriteString("status", line.Status.ToString().ToUpperInvariant());
            json.WriteString("verbosity", line.Status == RunStatus.Failure ? "ERROR" : "INFO");
            json.WriteString("message", line.Message);
            if (line.Epoch is { } epoch)
                WriteEpoch(json, epoch);
            WriteText(json, "categorical", _categorical);
            WriteNumbers(json, "graphical", _graphical);
            WriteNumbers(json, "kpi", _kpi);
            json.WriteEndObject();
        }
        buffer.WriteByte((byte)'\n');
        return buffer.ToArray();
    }

    private void WriteClock(Utf8JsonWriter json)
    {
        var utc = clock.GetUtcNow();
        var local = TimeZoneInfo.ConvertTime(utc, clock.LocalTimeZone);
        // TAO pads neither: 1/31/2026 and 9:5:3.
        json.WriteString("date", string.Create(CultureInfo.InvariantCulture, $"{local.Month}/{local.Day}/{local.Year}"));
        json.WriteString("time", string.Create(CultureInfo.InvariantCulture, $"{local.Hour}:{local.Minute}:{local.Second}"));
        json.WriteString("timestamp", utc.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture));
    }

    private static void WriteEpoch(Utf8JsonWriter json, EpochStatus epoch)
    {
        json.WriteNumber("epoch", epoch.Epoch);
        json.WriteNumber("max_epoch", epoch.MaxEpoch);
        json.WriteString("time_per_epoch", Clock(epoch.Duration));
        json.WriteString("eta", Clock(epoch.Eta));
    }

    private static void WriteText(Utf8JsonWriter json, string name, ImmutableSortedDictionary<string, string> values)
    {
        if (values.IsEmpty)
            return;
        json.WriteStartObject(name);
        foreach (var (key, value) in values)
            json.WriteString(key, value);
        json.WriteEndObject();
    }

    private static void WriteNumbers(Utf8JsonWriter json, string name, ImmutableSortedDictionary<string, double> values)
    {
        if (values.IsEmpty)
            return;
        json.WriteStartObject(name);
        foreach (var (key, value) in values)
        {
            // JSON has no word for these; the names are those that System.Text.Json and Python's json accept.
            if (double.IsFinite(value))
                json.WriteNumber(key, value);
            else
                json.WriteString(key, value.ToString(CultureInfo.InvariantCulture));
        }
        json.WriteEndObject();
    }

    // Python's str(timedelta) with hours running past a day, for example 26:03:04.050000.
    private static string Clock(TimeSpan span) => string.Create(
        CultureInfo.InvariantCulture,
        $"{(long)span.TotalHours}:{span.Minutes:00}:{span.Seconds:00}.{span.Ticks % TimeSpan.TicksPerSecond / (TimeSpan.TicksPerMillisecond / 1000):000000}");

    /// <summary>A whole line in one write, after dropping the half line that a power cut may have left.</summary>
    private void AppendLine(byte[] line)
    {
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(System.IO.Path.GetFullPath(Path))!);
        using var file = new FileStream(Path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.ReadWrite, bufferSize: 0);
        file.Position = TextLines.EndOfLastLine(file);
        file.SetLength(file.Position);
        file.Write(line);
    }
}
