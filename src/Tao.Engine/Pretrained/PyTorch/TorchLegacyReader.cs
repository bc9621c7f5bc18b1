using System.Buffers.Binary;
using System.Globalization;
using System.Numerics;
using Tao.Engine.Pretrained.Pickle;
using Tao.Graph;

namespace Tao.Engine.Pretrained.PyTorch;

/// <summary>
/// Files of <c>torch.save</c> before PyTorch 1.6 (<c>_use_new_zipfile_serialization=False</c>): five pickles one after the other (magic
/// number, protocol version, machine, the object, the storages' keys), then for each key an int64 element count and the numbers.
/// </summary>
public sealed class TorchLegacyReader : IWeightReader
{
    private const long ProtocolVersion = 1001;

    /// <summary>Protocol 2, then LONG1 of 10 bytes: how the magic number's pickle starts.</summary>
    private static ReadOnlySpan<byte> MagicHead => [0x80, 0x02, 0x8a, 0x0a, 0x6c, 0xfc, 0x9c, 0x46, 0xf9, 0x20, 0x6a, 0xa8, 0x50, 0x19];

    private static readonly BigInteger _magicNumber = BigInteger.Parse("1950a86a20f9469cfc6c", NumberStyles.HexNumber, CultureInfo.InvariantCulture);

    public string Format => "PyTorch (legacy)";

    public bool CanRead(ReadOnlySpan<byte> head, string path) => head.StartsWith(MagicHead);

    public Weights Read(string path)
    {
        var length = new FileInfo(path).Length;
        if (length > Array.MaxLength)
            throw new WeightFormatException("legacy PyTorch files of 2 GB and more are not supported; save it again with a newer PyTorch.");
        var bytes = File.ReadAllBytes(path);
        var input = new PickleInput(bytes);
        var host = new TorchPickleHost();
        CheckPrologue(input, host);
        var root = new PickleReader(input, host).Read();
        var keys = new PickleReader(input, host).Read();
        var storages = StorageSpans(input, keys, host.StorageFormats);
        return StateDict.ToWeights(root, new MemoryBudget(length), storage => StorageBytes(bytes, storages, storage));
    }

    private static void CheckPrologue(PickleInput input, TorchPickleHost host)
    {
        if (new PickleReader(input, host).Read() is not BigInteger magic || magic != _magicNumber)
            throw new WeightFormatException("it does not start with PyTorch's magic number.");
        if (new PickleReader(input, host).Read() is not long version || version != ProtocolVersion)
            throw new WeightFormatException("its legacy PyTorch format has an unknown version.");
        var machine = new PickleReader(input, host).Read() as PickleDict;
        if (machine?.Strings().GetValueOrDefault("little_endian") is not true)
            throw new WeightFormatException("its numbers are big-endian.");
    }

    /// <summary>Where each key's numbers lie in the file.</summary>
    private static Dictionary<string, (int Start, int Length)> StorageSpans(
        PickleInput input, object? keys, IReadOnlyDictionary<string, ElementFormat> formats)
    {
        if (keys is not PickleList list)
            throw new WeightFormatException("its list of storages is missing.");
        var spans = new Dictionary<string, (int Start, int Length)>(StringComparer.Ordinal);
        foreach (var item in list.Items)
        {
            if (item is not string key || !formats.TryGetValue(key, out var format))
                throw new WeightFormatException("its list of storages names one that no tensor uses.");
            var count = BinaryPrimitives.ReadInt64LittleEndian(input.Take(sizeof(long)));
            if (count < 0 || count > input.Length)
                throw new WeightFormatException($"storage '{key}' claims {count} numbers, more than the file holds.");
            var start = input.Position;
            spans[key] = (start, input.Take(count * ElementDecoder.SizeOf(format)).Length);
        }
        return spans;
    }

    private static ReadOnlyMemory<byte> StorageBytes(byte[] file, Dictionary<string, (int Start, int Length)> spans, TorchStorage storage)
    {
        if (!spans.TryGetValue(storage.Key, out var span))
            throw new WeightFormatException($"storage '{storage.Key}' is missing.");
        var size = ElementDecoder.SizeOf(storage.Format);
        if (storage.Offset + storage.Count > span.Length / size)
            throw new WeightFormatException($"storage '{storage.Key}' should hold {storage.Count} numbers but has {span.Length} bytes.");
        return file.AsMemory(span.Start + (int)(storage.Offset * size), (int)(storage.Count * size));
    }
}
