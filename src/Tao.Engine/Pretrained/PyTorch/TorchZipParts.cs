using System.IO.Compression;
using System.Text;

namespace Tao.Engine.Pretrained.PyTorch;

/// <summary>The entries of a torch.save zip, each read once.</summary>
/// <param name="folder">The archive's one folder, with its slash.</param>
internal sealed class TorchZipParts(ZipArchive zip, string folder, MemoryBudget budget)
{
    private readonly Dictionary<string, byte[]> _storages = new(StringComparer.Ordinal);

    public MemoryBudget Budget => budget;

    public void CheckByteOrder()
    {
        const string name = "byteorder";
        if (zip.GetEntry(folder + name) is not null && Encoding.ASCII.GetString(Bytes(name)) != "little")
            throw new WeightFormatException("its numbers are big-endian.");
    }

    public ReadOnlyMemory<byte> StorageBytes(TorchStorage storage)
    {
        if (!_storages.TryGetValue(storage.Key, out var bytes))
            _storages[storage.Key] = bytes = Bytes($"data/{storage.Key}");
        var size = ElementDecoder.SizeOf(storage.Format);
        if (storage.Offset + storage.Count > bytes.Length / size)
            throw new WeightFormatException($"storage '{storage.Key}' should hold {storage.Count} numbers but has {bytes.Length} bytes.");
        return bytes.AsMemory((int)(storage.Offset * size), (int)(storage.Count * size));
    }

    /// <summary>torch.save stores its entries uncompressed; taking only those makes zip bombs impossible.</summary>
    public byte[] Bytes(string name)
    {
        var entry = zip.GetEntry(folder + name) ?? throw new WeightFormatException($"its part '{name}' is missing.");
        if (entry.CompressedLength != entry.Length || entry.Length > Array.MaxLength)
            throw new WeightFormatException($"its part '{name}' is compressed or too large; torch.save stores parts uncompressed, under 2 GB.");
        budget.Charge(name, entry.Length);
        var bytes = new byte[entry.Length];
        using var stream = entry.Open();
        stream.ReadExactly(bytes);
        return bytes;
    }
}
