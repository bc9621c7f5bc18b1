using System.IO.Compression;
using Tao.Engine.Pretrained.Pickle;
using Tao.Graph;

namespace Tao.Engine.Pretrained.PyTorch;

/// <summary>
/// Files of <c>torch.save</c> since PyTorch 1.6: a zip with one folder, in it <c>data.pkl</c> and the storages as
/// <c>data/KEY</c>, little-endian unless <c>byteorder</c> says otherwise.
/// </summary>
public sealed class TorchZipReader : IWeightReader
{
    private const string PickleName = "data.pkl";

    public string Format => "PyTorch";

    public bool CanRead(ReadOnlySpan<byte> head, string path) => head.StartsWith("PK\x3\x4"u8) && Holds(path);

    public Weights Read(string path)
    {
        using var stream = File.OpenRead(path);
        using var zip = new ZipArchive(stream, ZipArchiveMode.Read);
        var folder = Folder(zip) ?? throw new WeightFormatException($"it has no {PickleName}.");
        var parts = new TorchZipParts(zip, folder, new MemoryBudget(stream.Length));
        parts.CheckByteOrder();
        var root = new PickleReader(new PickleInput(parts.Bytes(PickleName)), new TorchPickleHost()).Read();
        return StateDict.ToWeights(root, parts.Budget, parts.StorageBytes);
    }

    private static bool Holds(string path)
    {
        try
        {
            using var zip = ZipFile.OpenRead(path);
            return Folder(zip) is not null;
        }
        catch (InvalidDataException)
        {
            return false;
        }
    }

    /// <summary>The archive's one folder with its slash, or null when the zip is something else.</summary>
    private static string? Folder(ZipArchive zip) => zip.Entries
        .Where(entry => entry.Name == PickleName && entry.FullName.Count(letter => letter == '/') == 1)
        .Select(entry => entry.FullName[..^PickleName.Length])
        .FirstOrDefault();
}
