using System.Collections.Immutable;
using Tao.Data.Classification;
using Tao.Engine.IO;
using Tao.Engine.Pretrained;
using Tao.Graph;
using Tao.Specs;

namespace Tao.Engine.Artifacts;

/// <summary>
/// A model as one <c>.tlt</c> file: a zip of plain parts (<see cref="ArtifactParts"/>), uncompressed, in fixed order with a fixed
/// time, so equal models are equal bytes. With a key the whole zip is encrypted (<see cref="ArtifactCipher"/>).
/// </summary>
public sealed record ModelArtifact(ArtifactManifest Manifest, Model Model)
{
    /// <summary>What each output's classes are; empty when the network has none.</summary>
    public ImmutableArray<LabelSet> LabelSets { get; init; } = [];

    /// <summary>How images become inputs, as the data layer wrote it.</summary>
    public string? PreprocessingJson { get; init; }

    /// <summary>The optimiser's tensors by name; only in checkpoints that training can resume from.</summary>
    public Weights? OptimizerState { get; init; }

    /// <summary>Epoch, step, schedule and early stopping, as the training loop wrote them; only in resumable checkpoints.</summary>
    public string? TrainingStateJson { get; init; }

    /// <summary>Anything else a network needs (a tokenizer); names satisfy <see cref="ArtifactParts.IsExtraName"/>.</summary>
    public ImmutableSortedDictionary<string, ReadOnlyMemory<byte>> ExtraParts { get; init; } =
        ImmutableSortedDictionary.Create<string, ReadOnlyMemory<byte>>(StringComparer.Ordinal);

    /// <summary>True when the file's content is a model artifact, encrypted or not.</summary>
    public static bool IsArtifact(string path) => IsEncrypted(path) || ArtifactReader.IsPlainArtifact(path);

    public static bool IsEncrypted(string path)
    {
        using var stream = File.OpenRead(path);
        var head = new byte[ArtifactCipher.HeaderBytes];
        return ArtifactCipher.IsEncrypted(head.AsSpan(0, stream.ReadAtLeast(head, head.Length, throwOnEndOfStream: false)));
    }

    /// <summary>Writes the file beside its place, reads it back as a check, and renames it. Returns its SHA-256.</summary>
    /// <param name="key">Encrypts the file when given; it cannot be read without it.</param>
    public string Write(string path, string? key = null)
    {
        var sha256 = "";
        AtomicFile.Write(path, stream => ArtifactWriter.Write(this, stream, key), temporary =>
        {
            Read(temporary, key);
            sha256 = ContentHash.OfFile(temporary);
        });
        return sha256;
    }

    /// <summary>
    /// Reads and checks everything: the parts' sizes and hashes, the graph, and that the weights fit it. Throws <see cref="TaoException"/>: TAO3001
    /// cannot be read, TAO3006 damaged, TAO3007 newer format, TAO3008 key missing, TAO3009 key wrong.
    /// </summary>
    public static ModelArtifact Read(string path, string? key = null)
    {
        try
        {
            return ArtifactReader.Read(path, key);
        }
        catch (WeightFormatException exception)
        {
            // Safetensors parts report their own damage as a weight file's; here they are part of an artifact.
            var code = exception.Code == WeightErrors.Damaged ? WeightErrors.ArtifactDamaged : exception.Code;
            throw WeightErrors.Error(code, path, exception.Message, RemedyFor(code));
        }
        catch (Exception exception) when (exception is InvalidDataException or EndOfStreamException)
        {
            const string code = WeightErrors.ArtifactDamaged;
            throw WeightErrors.Error(code, path, $"the model file is damaged: {exception.Message}", RemedyFor(code));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            const string code = WeightErrors.NotFound;
            throw WeightErrors.Error(code, path, $"the model file cannot be read: {exception.Message}", RemedyFor(code));
        }
    }

    private static string RemedyFor(string code) => code switch
    {
        WeightErrors.NotFound => "Correct the path or its permissions.",
        WeightErrors.ArtifactTooNew => "Use the engine version that wrote it, or a newer one.",
        WeightErrors.KeyMissing => "Give the key that the model was exported with.",
        WeightErrors.KeyWrong => "Give the key that the model was exported with; it is compared letter by letter.",
        _ => "Make the model again (clean the stage's output folder and build).",
    };
}
