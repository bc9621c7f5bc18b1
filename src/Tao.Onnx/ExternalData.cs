using System.Globalization;
using Google.Protobuf;
using Tao.Onnx.Protos;

namespace Tao.Onnx;

/// <summary>Tensors kept in a file beside the model (ONNX specification, "External Data").</summary>
internal static class ExternalData
{
    /// <summary>A message may not exceed 2 GB; the rest is room for the graph itself.</summary>
    internal const long Threshold = 1_500_000_000;

    /// <summary>Offsets are multiples of the page size, so that readers can map the file.</summary>
    private const int Alignment = 4096;

    /// <summary>Smaller tensors (shapes, scales) stay in the model.</summary>
    private const int SmallestMoved = 1024;

    internal static bool IsNeeded(ModelProto model, long threshold) =>
        model.Graph.Initializer.Sum(tensor => (long)(tensor.HasRawData ? tensor.RawData.Length : 0)) > threshold;

    /// <summary>A copy of the model whose large tensors have been written to <paramref name="dataPath"/>.</summary>
    internal static ModelProto MoveOut(ModelProto model, string dataPath)
    {
        var copy = model.Clone();
        AtomicFile.Write(dataPath, stream =>
        {
            foreach (var tensor in copy.Graph.Initializer.Where(tensor => tensor.HasRawData && tensor.RawData.Length >= SmallestMoved))
            {
                stream.Position = (stream.Position + Alignment - 1) / Alignment * Alignment;
                Add(tensor, "location", Path.GetFileName(dataPath));
                Add(tensor, "offset", stream.Position.ToString(CultureInfo.InvariantCulture));
                Add(tensor, "length", tensor.RawData.Length.ToString(CultureInfo.InvariantCulture));
                tensor.RawData.WriteTo(stream);
                tensor.ClearRawData();
                tensor.DataLocation = TensorProto.Types.DataLocation.External;
            }
        });
        return copy;
    }

    /// <summary>The tensor with its data brought in. Only files inside <paramref name="directory"/> are read.</summary>
    internal static TensorProto BringIn(TensorProto tensor, string directory)
    {
        if (!tensor.HasDataLocation || tensor.DataLocation != TensorProto.Types.DataLocation.External)
            return tensor;
        var entries = tensor.ExternalData.ToDictionary(entry => entry.Key, entry => entry.Value);
        var path = ResolveWithin(directory, entries.GetValueOrDefault("location") ?? "", tensor.Name);
        using var stream = File.OpenRead(path);
        var offset = Number(entries, "offset", 0);
        var length = Number(entries, "length", stream.Length - offset);
        if (offset < 0 || length < 0 || offset + length > stream.Length || length > Array.MaxLength)
            throw new OnnxException($"The tensor '{tensor.Name}' lies outside its data file '{path}'.");
        stream.Position = offset;
        var bytes = new byte[length];
        stream.ReadExactly(bytes);
        var loaded = tensor.Clone();
        loaded.ExternalData.Clear();
        loaded.ClearDataLocation();
        loaded.RawData = UnsafeByteOperations.UnsafeWrap(bytes);
        return loaded;
    }

    private static string ResolveWithin(string directory, string location, string tensorName)
    {
        var root = Path.TrimEndingDirectorySeparator(Path.GetFullPath(directory));
        var path = Path.GetFullPath(Path.Combine(root, location));
        var inside = path.StartsWith(root + Path.DirectorySeparatorChar, StringComparison.Ordinal);
        if (!inside || !File.Exists(path) || new FileInfo(path).LinkTarget is not null)
            throw new OnnxException($"The data file '{location}' of the tensor '{tensorName}' is not a file in the model's folder.");
        return path;
    }

    private static long Number(Dictionary<string, string> entries, string key, long otherwise) =>
        !entries.TryGetValue(key, out var text) ? otherwise
        : long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number
        : throw new OnnxException($"External data has the {key} '{text}', which is no number.");

    private static void Add(TensorProto tensor, string key, string value) =>
        tensor.ExternalData.Add(new StringStringEntryProto { Key = key, Value = value });
}
