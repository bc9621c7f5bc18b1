using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace Tao.Onnx.Calibration;

/// <summary>
/// TensorRT's INT8 calibration cache, a text file that TensorRT up to 10 and DeepStream read beside a float ONNX file:
/// <code>
/// TRT-8601-EntropyCalibration2
/// input_1: 3c8143b9
/// </code>
/// Each line has a tensor's scale, range / 127, as the bits of a float in hexadecimal.
/// </summary>
public static class CalibrationCache
{
    private const string Algorithm = "EntropyCalibration2";

    private const float Levels = 127;

    /// <summary>
    /// Writes the file for one version: a header of another makes TensorRT 10 calibrate again, without data. Lines are sorted by name.
    /// </summary>
    /// <param name="ranges">Largest magnitude per tensor of the graph.</param>
    public static void Write(string path, TensorRtVersion version, IReadOnlyDictionary<string, float> ranges)
    {
        if (version.Major >= 11)
            throw new OnnxException($"TensorRT {version} reads no calibration caches; give it the ONNX file with QuantizeLinear nodes.");
        var text = new StringBuilder(string.Create(CultureInfo.InvariantCulture, $"TRT-{version.Number}-{Algorithm}\n"));
        foreach (var (name, range) in ranges.OrderBy(pair => OnnxNames.Of(pair.Key), StringComparer.Ordinal))
        {
            if (!(range >= 0 && float.IsFinite(range)) || name.AsSpan().ContainsAny('\r', '\n'))
                throw new OnnxException(FormattableString.Invariant(
                    $"The tensor '{name}' with the range {range} cannot stand in a calibration cache."));
            var bits = BitConverter.SingleToUInt32Bits(range / Levels);
            text.Append(CultureInfo.InvariantCulture, $"{OnnxNames.Of(name)}: {bits:x8}\n");
        }
        AtomicFile.Write(path, stream => stream.Write(Encoding.UTF8.GetBytes(text.ToString())));
    }

    /// <summary>
    /// Reads the ranges of a cache of any algorithm. Throws <see cref="OnnxException"/> with the line for a damaged file, and when
    /// <paramref name="version"/> is given and the header names another.
    /// </summary>
    public static ImmutableSortedDictionary<string, float> Read(string path, TensorRtVersion? version)
    {
        var lines = File.ReadAllLines(path);
        CheckHeader(path, lines.FirstOrDefault() ?? "", version);
        var ranges = ImmutableSortedDictionary.CreateBuilder<string, float>(StringComparer.Ordinal);
        for (var index = 1; index < lines.Length; index++)
        {
            if (lines[index].Length == 0)
                continue;
            // TensorRT's own caches have names with ':' in them; the last one ends the name.
            var colon = lines[index].LastIndexOf(':');
            var scale = lines[index].AsSpan(colon + 1).Trim();
            if (colon <= 0 || !uint.TryParse(scale, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var bits))
                throw new OnnxException($"{path}({index + 1}): expected 'tensor: hexadecimal scale'.");
            ranges[lines[index][..colon]] = BitConverter.UInt32BitsToSingle(bits) * Levels;
        }
        return ranges.ToImmutable();
    }

    private static void CheckHeader(string path, string header, TensorRtVersion? version)
    {
        // TRT-8601-EntropyCalibration2
        var parts = header.Split('-');
        if (parts.Length != 3 || parts[0] != "TRT" || !int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            throw new OnnxException($"{path}(1): '{header}' is not the header of a calibration cache.");
        if (version is { } wanted && wanted.Number != number)
        {
            throw new OnnxException(
                $"{path}(1): the cache is for TensorRT number {number}, not {wanted} ({wanted.Number}); calibrate again for that version.");
        }
    }
}
