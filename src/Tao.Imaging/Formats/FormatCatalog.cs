namespace Tao.Imaging.Formats;

/// <summary>Recognises a format by its first bytes.</summary>
internal static class FormatCatalog
{
    private static readonly JpegReader Jpeg = new();
    private static readonly PngReader Png = new();
    private static readonly BmpReader Bmp = new();
    private static readonly PnmReader Pnm = new();
    private static readonly TiffReader Tiff = new();

    public static IFormatReader Find(ReadOnlySpan<byte> data)
    {
        if (data.IsEmpty)
            throw new ImageException(ImageFault.Empty, "The file is empty.");
        if (data.StartsWith<byte>([0xFF, 0xD8, 0xFF]))
            return Jpeg;
        if (data.StartsWith(PngReader.Signature))
            return Png;
        if (data.StartsWith("BM"u8))
            return Bmp;
        if (data.StartsWith("II*\0"u8) || data.StartsWith("MM\0*"u8))
            return Tiff;
        if (data.Length > 2 && data[0] == 'P' && data[1] is >= (byte)'1' and <= (byte)'6' && (PnmReader.IsSpace(data[2]) || data[2] == '#'))
            return Pnm;
        throw Unknown(data);
    }

    private static ImageException Unknown(ReadOnlySpan<byte> data)
    {
        var name = UnsupportedName(data);
        return name is null
            ? new ImageException(ImageFault.NotAnImage, "The content is not an image.")
            : new ImageException(ImageFault.Unsupported, $"{name} images are not read.");
    }

    private static string? UnsupportedName(ReadOnlySpan<byte> data)
    {
        if (data.StartsWith("GIF8"u8))
            return "GIF";
        if (data.Length >= 12 && data.StartsWith("RIFF"u8) && data.Slice(8, 4).SequenceEqual("WEBP"u8))
            return "WebP";
        if (data.Length >= 12 && data.Slice(4, 4).SequenceEqual("ftyp"u8))
            return "HEIF/AVIF";
        if (data.StartsWith("II+\0"u8) || data.StartsWith("MM\0+"u8))
            return "BigTIFF";
        return data.StartsWith<byte>([0, 0, 0, 12, (byte)'j', (byte)'P']) ? "JPEG 2000" : null;
    }
}
