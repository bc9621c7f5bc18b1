using Google.Protobuf;
using Tao.Onnx.Protos;

namespace Tao.Onnx;

/// <summary>An ONNX model in memory.</summary>
public sealed class OnnxModel
{
    internal OnnxModel(ModelProto proto)
    {
        Proto = proto;
    }

    public IReadOnlyList<string> InputNames => [.. Proto.Graph.Input.Select(input => input.Name)];

    public IReadOnlyList<string> OutputNames => [.. Proto.Graph.Output.Select(output => output.Name)];

    /// <summary>Version of the standard operator set.</summary>
    public long OpsetVersion => Proto.OpsetImport.FirstOrDefault(set => set.Domain is "" or "ai.onnx")?.Version ?? 0;

    public IReadOnlyDictionary<string, string> Metadata => Proto.MetadataProps.ToDictionary(entry => entry.Key, entry => entry.Value);

    /// <summary>Number of nodes per operator, for reports and tests.</summary>
    public IReadOnlyDictionary<string, int> NodeCounts =>
        Proto.Graph.Node.GroupBy(node => node.OpType).ToDictionary(group => group.Key, group => group.Count());

    internal ModelProto Proto { get; }

    /// <summary>Reads a file; external data stays where it is until <see cref="OnnxWeightReader"/> asks for it.</summary>
    public static OnnxModel Load(string path)
    {
        using var stream = File.OpenRead(path);
        return Parse(() => ModelProto.Parser.ParseFrom(stream), path);
    }

    public static OnnxModel Parse(ReadOnlySpan<byte> bytes)
    {
        var copy = bytes.ToArray();
        return Parse(() => ModelProto.Parser.ParseFrom(copy), "the given bytes");
    }

    /// <summary>The file's bytes. Throws for a model that must be saved with external data.</summary>
    public byte[] ToBytes()
    {
        if (ExternalData.IsNeeded(Proto, ExternalData.Threshold))
            throw new OnnxException("The model is too large for one protobuf message; save it to a file.");
        return Proto.ToByteArray();
    }

    /// <summary>
    /// Writes beside the target and renames, so that the target is never half written. Weights beyond 1.5 GB go to <c>{path}.data</c>,
    /// because a protobuf message cannot exceed 2 GB (and the C# library writes a broken file instead of refusing).
    /// </summary>
    public void Save(string path) => Save(path, ExternalData.Threshold);

    internal void Save(string path, long externalDataThreshold)
    {
        var proto = ExternalData.IsNeeded(Proto, externalDataThreshold) ? ExternalData.MoveOut(Proto, path + ".data") : Proto;
        AtomicFile.Write(path, stream => proto.WriteTo(stream));
    }

    private static OnnxModel Parse(Func<ModelProto> parse, string source)
    {
        try
        {
            var proto = parse();
            return proto.Graph is null ? throw new OnnxException($"There is no graph in {source}: it is not an ONNX model.") : new OnnxModel(proto);
        }
        catch (InvalidProtocolBufferException exception)
        {
            throw new OnnxException($"{source} is not an ONNX model: {exception.Message}", exception);
        }
    }
}
