using System.IO.Compression;
using System.Text;
using Tao.Engine.IO;
using Tao.Engine.Pretrained;
using Tao.Engine.Pretrained.Safetensors;
using Tao.Graph;

namespace Tao.Engine.Artifacts;

/// <summary>
/// The parts of an artifact's zip: exactly those the manifest lists, each of the size and hash listed there. Together they are no longer
/// than the file, so no crafted zip makes us allocate more.
/// </summary>
internal sealed class PartTable
{
    private const long LargestManifest = 16 << 20;

    private readonly Dictionary<string, ZipArchiveEntry> _entries = new(StringComparer.Ordinal);
    private readonly Dictionary<string, PartRecord> _records;

    public PartTable(ZipArchive zip, long zipLength)
    {
        foreach (var entry in zip.Entries)
        {
            if (entry.CompressedLength != entry.Length)
                throw Damaged($"its part '{entry.FullName}' is compressed.");
            if (!_entries.TryAdd(entry.FullName, entry))
                throw Damaged($"it has two parts '{entry.FullName}'.");
        }
        if (_entries.Values.Sum(entry => entry.Length) > zipLength)
            throw Damaged("its parts overlap.");
        var document = ManifestDocument.FromJson(ManifestBytes());
        Manifest = document.Origin;
        _records = Records(document);
    }

    public ArtifactManifest Manifest { get; }

    public IEnumerable<string> ExtraNames => _records.Keys.Where(ArtifactParts.IsExtraName);

    public bool Has(string name) => _records.ContainsKey(name);

    public string? TryText(string name) => Has(name) ? Encoding.UTF8.GetString(Bytes(name)) : null;

    public byte[] Bytes(string name) => Checked(name, (stream, length) =>
    {
        var bytes = new byte[length];
        stream.ReadExactly(bytes);
        return bytes;
    });

    public Weights Tensors(string name) => Checked(name, SafetensorsReader.Read);

    private T Checked<T>(string name, Func<Stream, long, T> read)
    {
        if (!_records.TryGetValue(name, out var record))
            throw Damaged($"its {name} is missing.");
        using var entryStream = _entries[name].Open();
        using var hashing = new HashingStream(entryStream);
        var value = read(hashing, record.Bytes);
        if (hashing.ByteCount != record.Bytes || hashing.Sha256() != record.Sha256)
            throw Damaged($"its part '{name}' does not have the hash that the manifest gives.");
        return value;
    }

    private byte[] ManifestBytes()
    {
        if (!_entries.Remove(ArtifactParts.Manifest, out var entry) || entry.Length > LargestManifest)
            throw Damaged($"its {ArtifactParts.Manifest} is missing or far too large.");
        using var stream = entry.Open();
        var bytes = new byte[entry.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }

    private Dictionary<string, PartRecord> Records(ManifestDocument document)
    {
        var records = new Dictionary<string, PartRecord>(StringComparer.Ordinal);
        foreach (var record in document.Parts.IsDefault ? [] : document.Parts)
        {
            if (!_entries.TryGetValue(record.Name, out var entry) || entry.Length != record.Bytes)
                throw Damaged($"its part '{record.Name}' is missing or has another size than the manifest gives.");
            if (!records.TryAdd(record.Name, record))
                throw Damaged($"its manifest lists '{record.Name}' twice.");
        }
        if (_entries.Keys.FirstOrDefault(name => !records.ContainsKey(name)) is { } unlisted)
            throw Damaged($"its manifest does not list the part '{unlisted}'.");
        return records;
    }

    private static WeightFormatException Damaged(string message) => new(message, WeightErrors.ArtifactDamaged);
}
