using Tao.Engine.Artifacts;
using Tao.Engine.Pretrained.PyTorch;
using Tao.Engine.Pretrained.Safetensors;
using Tao.Graph;
using Tao.Specs;

namespace Tao.Engine.Pretrained;

/// <summary>The named tensors of a weight file, whatever its format.</summary>
/// <param name="Format">The format's name, as reports print it.</param>
public sealed record WeightSource(string Path, string Format, Weights Tensors)
{
    /// <summary>How many of a file's first bytes decide its format.</summary>
    public const int HeadBytes = 64;

    /// <summary>
    /// Reads a weight file; its content decides the format. Throws <see cref="TaoException"/>: TAO3001 cannot be read, TAO3002 unknown
    /// format, TAO3003 damaged, TAO3004 asks for code.
    /// </summary>
    /// <param name="key">Opens an encrypted model file; other formats do not need it.</param>
    public static WeightSource Open(string path, string? key = null)
    {
        try
        {
            var reader = FindReader(path, Head(path), Readers(key));
            return new WeightSource(path, reader.Format, reader.Read(path));
        }
        catch (WeightFormatException exception)
        {
            throw WeightErrors.Error(exception.Code, path, exception.Message, RemedyFor(exception.Code));
        }
        catch (Exception exception) when (exception is InvalidDataException or EndOfStreamException)
        {
            const string code = WeightErrors.Damaged;
            throw WeightErrors.Error(code, path, $"the file is damaged: {exception.Message}", RemedyFor(code));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            const string code = WeightErrors.NotFound;
            throw WeightErrors.Error(code, path, $"the weight file cannot be read: {exception.Message}", RemedyFor(code));
        }
    }

    private static IReadOnlyList<IWeightReader> Readers(string? key) =>
    [
        new ArtifactWeightReader(key),
        new TorchLegacyReader(),
        new TorchZipReader(),
        new SafetensorsReader(),
        new OnnxModelReader(),
    ];

    private static IWeightReader FindReader(string path, byte[] head, IReadOnlyList<IWeightReader> readers)
    {
        var known = string.Join(", ", readers.Select(reader => reader.Format));
        return readers.FirstOrDefault(reader => reader.CanRead(head, path))
            ?? throw new WeightFormatException($"its content is none of the known weight formats: {known}.", WeightErrors.UnknownFormat);
    }

    private static byte[] Head(string path)
    {
        using var stream = File.OpenRead(path);
        var head = new byte[HeadBytes];
        return head[..stream.ReadAtLeast(head, HeadBytes, throwOnEndOfStream: false)];
    }

    private static string RemedyFor(string code) => code switch
    {
        WeightErrors.NotFound => "Correct the path or its permissions.",
        WeightErrors.Refused => "Save only the weights: torch.save(model.state_dict(), path).",
        WeightErrors.UnknownFormat => "Give a .tlt, .safetensors or .onnx file, or a PyTorch state dict (.pth, .pt, .th).",
        _ => "Fetch or save the file again.",
    };
}
