using System.IO.Compression;
using System.Text;
using System.Text.Json;
using Tao.Engine.IO;
using Tao.Engine.Pretrained.Safetensors;
using Tao.Graph;

namespace Tao.Engine.Artifacts;

/// <summary>Writes a model's parts as a zip. The manifest comes last because it holds the others' hashes.</summary>
internal static class ArtifactWriter
{
    /// <summary>The earliest time a zip can hold; the real one would make equal models different files.</summary>
    private static readonly DateTimeOffset _fixedTime = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static void Write(ModelArtifact artifact, Stream stream, string? key)
    {
        if (key is null)
        {
            WriteZip(artifact, stream);
            return;
        }
        using var zip = new MemoryStream();
        WriteZip(artifact, zip);
        stream.Write(ArtifactCipher.Encrypt(zip.GetBuffer().AsSpan(0, (int)zip.Length), key));
    }

    private static void WriteZip(ModelArtifact artifact, Stream stream)
    {
        using var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true);
        var records = new List<PartRecord>();
        foreach (var (name, write) in Parts(artifact))
            records.Add(WritePart(zip, name, write));
        var manifest = new ManifestDocument(ManifestDocument.CurrentVersion, artifact.Manifest, [.. records]);
        WritePart(zip, ArtifactParts.Manifest, target => target.Write(manifest.ToJson()));
    }

    private static SortedDictionary<string, Action<Stream>> Parts(ModelArtifact artifact)
    {
        var parts = new SortedDictionary<string, Action<Stream>>(StringComparer.Ordinal)
        {
            [ArtifactParts.Graph] = Text(GraphJson.Serialize(artifact.Model.Graph)),
            [ArtifactParts.Weights] = stream => SafetensorsWriter.Write(stream, artifact.Model.Weights),
        };
        if (artifact.LabelSets is [{ Name: "" } only])
            parts[ArtifactParts.Labels] = Text(LabelText(only.Classes));
        else if (!artifact.LabelSets.IsEmpty)
            parts[ArtifactParts.LabelSets] = Text(JsonSerializer.Serialize(artifact.LabelSets, EngineJson.Options) + "\n");
        if (artifact.PreprocessingJson is { } preprocessing)
            parts[ArtifactParts.Preprocessing] = Text(preprocessing);
        if (artifact.OptimizerState is { } state)
            parts[ArtifactParts.OptimizerState] = stream => SafetensorsWriter.Write(stream, state);
        if (artifact.TrainingStateJson is { } training)
            parts[ArtifactParts.TrainingState] = Text(training);
        foreach (var (name, bytes) in artifact.ExtraParts)
        {
            if (!ArtifactParts.IsExtraName(name))
                throw new ArgumentException($"'{name}' cannot be an extra part's name.", nameof(artifact));
            parts[name] = stream => stream.Write(bytes.Span);
        }
        return parts;
    }

    private static PartRecord WritePart(ZipArchive zip, string name, Action<Stream> write)
    {
        var entry = zip.CreateEntry(name, CompressionLevel.NoCompression);
        entry.LastWriteTime = _fixedTime;
        using var target = entry.Open();
        using var hashing = new HashingStream(target);
        write(hashing);
        return new PartRecord(name, hashing.ByteCount, hashing.Sha256());
    }

    private static string LabelText(IReadOnlyList<string> labels)
    {
        if (labels.FirstOrDefault(label => label.AsSpan().ContainsAny('\n', '\r')) is { } bad)
            throw new ArgumentException($"The label '{bad}' has a line break.", nameof(labels));
        return string.Concat(labels.Select(label => label + "\n"));
    }

    private static Action<Stream> Text(string text) => stream => stream.Write(Encoding.UTF8.GetBytes(text));
}
