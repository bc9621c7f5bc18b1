using System.Collections.Immutable;
using System.Text;
using Google.Protobuf;
using Tao.Data.Records.Protos;

namespace Tao.Data.Records;

/// <summary>A <c>tf.train.Example</c>: lists of bytes, whole numbers or floats by name. Written in the order of the names, so equal data gives equal bytes.</summary>
public sealed class TrainExample
{
    private readonly SortedDictionary<string, FeatureProto> _features = new(StringComparer.Ordinal);

    public IReadOnlyCollection<string> Names => _features.Keys;

    public void AddBytes(string name, params IEnumerable<byte[]> values) =>
        _features[name] = new FeatureProto { BytesList = new BytesListProto { Value = { values.Select(value => ByteString.CopyFrom(value)) } } };

    /// <summary>UTF-8.</summary>
    public void AddTexts(string name, params IEnumerable<string> values) => AddBytes(name, values.Select(Encoding.UTF8.GetBytes));

    public void AddFloats(string name, params IEnumerable<float> values) =>
        _features[name] = new FeatureProto { FloatList = new FloatListProto { Value = { values } } };

    public void AddLongs(string name, params IEnumerable<long> values) =>
        _features[name] = new FeatureProto { Int64List = new Int64ListProto { Value = { values } } };

    /// <summary>Empty when there is no such feature, or when it is of another kind; so are the others.</summary>
    public ImmutableArray<byte[]> Bytes(string name) => Find(name)?.BytesList is { } list ? [.. list.Value.Select(value => value.ToByteArray())] : [];

    public ImmutableArray<string> Texts(string name) => Find(name)?.BytesList is { } list ? [.. list.Value.Select(value => value.ToStringUtf8())] : [];

    public ImmutableArray<float> Floats(string name) => Find(name)?.FloatList is { } list ? [.. list.Value] : [];

    public ImmutableArray<long> Longs(string name) => Find(name)?.Int64List is { } list ? [.. list.Value] : [];

    public byte[] ToBytes()
    {
        var features = new FeaturesProto();
        foreach (var (name, feature) in _features)
            features.Feature.Add(name, feature);
        return new ExampleProto { Features = features }.ToByteArray();
    }

    /// <exception cref="InvalidDataException">The bytes are no example.</exception>
    public static TrainExample Parse(ReadOnlySpan<byte> bytes)
    {
        try
        {
            var example = new TrainExample();
            foreach (var (name, feature) in ExampleProto.Parser.ParseFrom(bytes).Features?.Feature ?? [])
                example._features[name] = feature;
            return example;
        }
        catch (InvalidProtocolBufferException e)
        {
            throw new InvalidDataException($"The record is no tf.train.Example: {e.Message}", e);
        }
    }

    private FeatureProto? Find(string name) => _features.GetValueOrDefault(name);
}
