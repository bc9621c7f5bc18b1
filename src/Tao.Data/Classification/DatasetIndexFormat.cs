using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using Tao.Data.Detection;

namespace Tao.Data.Classification;

/// <summary>The JSON of a <see cref="DatasetIndex"/>: samples are arrays [path, [label, ...], width, height, sha256], and [[label, x1, y1, x2, y2, difficult], ...] where they have boxes, to stay small
/// and readable.</summary>
internal static class DatasetIndexFormat
{
    private static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static byte[] Write(DatasetIndex index, int version)
    {
        using var stream = new MemoryStream();
        using var json = new Utf8JsonWriter(stream, Plain);
        json.WriteStartObject();
        json.WriteNumber("version", version);
        if (index.LabelsBoxes)
            json.WriteBoolean("labelsBoxes", true);
        json.WriteStartArray("labelSets");
        foreach (var set in index.LabelSets)
            WriteLabelSet(json, set);
        json.WriteEndArray();
        json.WriteStartObject("splits");
        foreach (var (name, split) in index.Splits)
            WriteSplit(json, name, split);
        json.WriteEndObject();
        json.WriteEndObject();
        json.Flush();
        return stream.ToArray();
    }

    public static DatasetIndex Read(ReadOnlyMemory<byte> bytes, int version)
    {
        using var document = JsonDocument.Parse(bytes);
        var root = document.RootElement;
        if (root.GetProperty("version").GetInt32() != version)
            throw new FormatException($"it has version {root.GetProperty("version").GetInt32()}, not {version}.");
        var labelsBoxes = root.TryGetProperty("labelsBoxes", out var boxes) && boxes.GetBoolean();
        ImmutableArray<LabelSet> labelSets = [.. root.GetProperty("labelSets").EnumerateArray().Select(ReadLabelSet)];
        var splits = root.GetProperty("splits").EnumerateObject()
            .ToImmutableSortedDictionary(split => split.Name, split => ReadSplit(split.Value), StringComparer.Ordinal);
        foreach (var sample in splits.Values.SelectMany(split => split.Samples))
            CheckLabels(sample, labelSets, labelsBoxes);
        return new DatasetIndex(labelSets, splits) { LabelsBoxes = labelsBoxes };
    }

    private static void CheckLabels(ImageSample sample, ImmutableArray<LabelSet> labelSets, bool labelsBoxes)
    {
        if (!labelsBoxes && !sample.Boxes.IsEmpty)
            throw new FormatException($"{sample.RelativePath} has boxes, which are not labelled here.");
        foreach (var box in sample.Boxes)
            if (box.Class < 0 || box.Class >= labelSets.Single().Classes.Length)
                throw new FormatException($"the box label {box.Class} of {sample.RelativePath} is no class.");
        var wanted = labelsBoxes ? 0 : labelSets.Length;
        if (sample.Labels.Length != wanted)
            throw new FormatException($"{sample.RelativePath} has {sample.Labels.Length} labels, not {wanted}.");
        if (labelsBoxes)
            return;
        for (var i = 0; i < labelSets.Length; i++)
            if (sample.Labels[i] < 0 || sample.Labels[i] >= labelSets[i].Classes.Length)
                throw new FormatException($"the label {sample.Labels[i]} of {sample.RelativePath} is no class.");
    }

    private static void WriteLabelSet(Utf8JsonWriter json, LabelSet set)
    {
        json.WriteStartObject();
        json.WriteString("name", set.Name);
        json.WriteStartArray("classes");
        foreach (var name in set.Classes)
            json.WriteStringValue(name);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static LabelSet ReadLabelSet(JsonElement set) =>
        new(Text(set.GetProperty("name")), [.. set.GetProperty("classes").EnumerateArray().Select(Text)]);

    private static void WriteSplit(Utf8JsonWriter json, string name, DatasetSplit split)
    {
        json.WriteStartObject(name);
        json.WriteString("root", split.Root);
        json.WriteStartArray("samples");
        foreach (var sample in split.Samples)
            json.WriteRawValue(SampleLine(sample));
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static byte[] SampleLine(ImageSample sample)
    {
        using var stream = new MemoryStream();
        stream.WriteByte((byte)'\n');
        using (var json = new Utf8JsonWriter(stream, Plain))
        {
            json.WriteStartArray();
            json.WriteStringValue(sample.RelativePath);
            json.WriteStartArray();
            foreach (var label in sample.Labels)
                json.WriteNumberValue(label);
            json.WriteEndArray();
            json.WriteNumberValue(sample.Width);
            json.WriteNumberValue(sample.Height);
            json.WriteStringValue(sample.Sha256);
            if (!sample.Boxes.IsEmpty)
                WriteBoxes(json, sample.Boxes);
            json.WriteEndArray();
        }
        return stream.ToArray();
    }

    private static void WriteBoxes(Utf8JsonWriter json, ImmutableArray<GroundTruthBox> boxes)
    {
        json.WriteStartArray();
        foreach (var (label, box, difficult) in boxes)
        {
            json.WriteStartArray();
            json.WriteNumberValue(label);
            foreach (var side in (ReadOnlySpan<float>)[box.X1, box.Y1, box.X2, box.Y2])
                json.WriteNumberValue(side);
            json.WriteBooleanValue(difficult);
            json.WriteEndArray();
        }
        json.WriteEndArray();
    }

    private static GroundTruthBox ReadBox(JsonElement item) => new(
        item[0].GetInt32(), new BoundingBox(item[1].GetSingle(), item[2].GetSingle(), item[3].GetSingle(), item[4].GetSingle()), item[5].GetBoolean());

    private static DatasetSplit ReadSplit(JsonElement split) =>
        new(Text(split.GetProperty("root")), [.. split.GetProperty("samples").EnumerateArray().Select(ReadSample)]);

    private static ImageSample ReadSample(JsonElement item) =>
        new(Text(item[0]), [.. item[1].EnumerateArray().Select(label => label.GetInt32())], item[4].GetString(), item[2].GetInt32(), item[3].GetInt32())
        {
            Boxes = item.GetArrayLength() > 5 ? [.. item[5].EnumerateArray().Select(ReadBox)] : [],
        };

    private static string Text(JsonElement element) => element.GetString() ?? throw new FormatException("a text is null.");
}
