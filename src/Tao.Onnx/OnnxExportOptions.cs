using System.Collections.Immutable;

namespace Tao.Onnx;

/// <summary>What an exported file says beside the network itself. There is no time and no path in it: equal models give equal bytes.</summary>
public sealed record OnnxExportOptions
{
    /// <summary>The operator sets that are written.</summary>
    public const int LowestOpset = 13;

    public const int HighestOpset = 17;

    /// <summary>13 is the newest that every TensorRT from 8.0 on reads, and has all that plain and Q/DQ networks need.</summary>
    public int OpsetVersion { get; init; } = 13;

    public string ProducerName { get; init; } = "Tao.Sdk";

    public string ProducerVersion { get; init; } = "";

    /// <summary>Batch size written into the file; null leaves the axis free, named <c>N</c>.</summary>
    public int? StaticBatch { get; init; }

    /// <summary>Written as metadata properties, in the order of their keys.</summary>
    public ImmutableSortedDictionary<string, string> Metadata { get; init; } =
        ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal);
}
