using System.Collections.Immutable;
using System.IO.Compression;
using System.Text.Json;
using Tao.Data.Classification;
using Tao.Engine.Pretrained;
using Tao.Graph;
using Tao.Graph.Verification;

namespace Tao.Engine.Artifacts;

/// <summary>Reads a model file and believes nothing in it that it has not checked.</summary>
internal static class ArtifactReader
{
    public static bool IsPlainArtifact(string path)
    {
        try
        {
            using var zip = ZipFile.OpenRead(path);
            return zip.GetEntry(ArtifactParts.Manifest) is not null && zip.GetEntry(ArtifactParts.Graph) is not null;
        }
        catch (InvalidDataException)
        {
            return false;
        }
    }

    public static ModelArtifact Read(string path, string? key)
    {
        if (!ModelArtifact.IsEncrypted(path))
        {
            using var stream = File.OpenRead(path);
            return ReadZip(stream);
        }
        if (key is null)
            throw new WeightFormatException("the model file is encrypted.", WeightErrors.KeyMissing);
        using var plain = new MemoryStream(ArtifactCipher.Decrypt(File.ReadAllBytes(path), key), writable: false);
        return ReadZip(plain);
    }

    private static ModelArtifact ReadZip(Stream stream)
    {
        using var zip = new ZipArchive(stream, ZipArchiveMode.Read, leaveOpen: true);
        var parts = new PartTable(zip, stream.Length);
        return new ModelArtifact(parts.Manifest, ReadModel(parts))
        {
            LabelSets = ReadLabelSets(parts),
            PreprocessingJson = parts.TryText(ArtifactParts.Preprocessing),
            OptimizerState = parts.Has(ArtifactParts.OptimizerState) ? parts.Tensors(ArtifactParts.OptimizerState) : null,
            TrainingStateJson = parts.TryText(ArtifactParts.TrainingState),
            ExtraParts = parts.ExtraNames.ToImmutableSortedDictionary(
                name => name, name => new ReadOnlyMemory<byte>(parts.Bytes(name)), StringComparer.Ordinal),
        };
    }

    private static Model ReadModel(PartTable parts)
    {
        try
        {
            var graph = GraphJson.Deserialize(parts.TryText(ArtifactParts.Graph) ?? throw Damaged($"its {ArtifactParts.Graph} is missing."));
            var model = new Model(graph, parts.Tensors(ArtifactParts.Weights));
            GraphVerifier.Verify(model);
            return model;
        }
        catch (GraphException exception)
        {
            throw Damaged($"its network is not sound: {exception.Message}");
        }
    }

    private static ImmutableArray<LabelSet> ReadLabelSets(PartTable parts)
    {
        if (parts.TryText(ArtifactParts.Labels) is { } labels)
            return LabelSet.Single(Lines(labels));
        if (parts.TryText(ArtifactParts.LabelSets) is not { } json)
            return [];
        try
        {
            return JsonSerializer.Deserialize<ImmutableArray<LabelSet>>(json, EngineJson.Options);
        }
        catch (JsonException exception)
        {
            throw Damaged($"its {ArtifactParts.LabelSets} cannot be read: {exception.Message}");
        }
    }

    private static ImmutableArray<string> Lines(string text) => text.Length == 0 ? [] : [.. text[..^1].Split('\n')];

    private static WeightFormatException Damaged(string message) => new(message, WeightErrors.ArtifactDamaged);
}
