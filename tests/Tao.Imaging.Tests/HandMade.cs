using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using Tao.Imaging.Formats;

namespace Tao.Imaging.Tests;

/// <summary>Image files put together byte by byte, of kinds that our own encoder does not write.</summary>
internal static class HandMade
{
    /// <summary>16x8 pixels, made with libjpeg: left half (200, 0, 0), right half (0, 128, 255) as inverted inks.</summary>
    public static byte[] CmykJpeg => Convert.FromBase64String(
        "/9j/7gAOQWRvYmUAZAAAAAAA/9sAQwACAQEBAQECAQEBAgICAgIEAwICAgIFBAQDBAYFBgYGBQYGBgcJCAYHCQcGBggLCAkKCgoKCgYICwwLCgwJCgoK"
        + "/8AAFAgACAAQBEMRAE0RAFkRAEsRAP/EABYAAQEBAAAAAAAAAAAAAAAAAAoJCP/EABQQAQAAAAAAAAAAAAAAAAAAAAD/2gAOBEMATQBZAEsAAD8Av4P+P+pAAGQAf424/9k=");

    /// <summary>The same picture as YCCK.</summary>
    public static byte[] YcckJpeg => Convert.FromBase64String(
        "/9j/7gAOQWRvYmUAZAAAAAAC/9sAQwACAQEBAQECAQEBAgICAgIEAwICAgIFBAQDBAYFBgYGBQYGBgcJCAYHCQcGBggLCAkKCgoKCgYICwwLCgwJCgoK"
        + "/9sAQwECAgICAgIFAwMFCgcGBwoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoK/8AAFAgACAAQBAERAAIRAQMRAQQRAP"
        + "/EABYAAQEBAAAAAAAAAAAAAAAAAAgHCf/EABQQAQAAAAAAAAAAAAAAAAAAAAD/xAAVAQEBAAAAAAAAAAAAAAAAAAAKCP/EABQRAQAAAAAAAAAAAAAAAAAAAAD"
        + "/2gAOBAEAAhEDEQQAAD8AZirB/wBpAh4/5lBuP//Z");

    /// <summary>Rows without filter, no interlace.</summary>
    public static byte[] Png(int width, int height, byte depth, byte colorType, byte[][] rows, params (string Type, byte[] Data)[] extra)
    {
        var header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), height);
        (header[8], header[9]) = (depth, colorType);
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Optimal, leaveOpen: true))
            foreach (var row in rows)
                zlib.Write([0, .. row]);
        return [.. PngReader.Signature, .. Chunk("IHDR", header), .. extra.SelectMany(e => Chunk(e.Type, e.Data)), .. Chunk("IDAT", packed.ToArray()), .. Chunk("IEND", [])];
    }

    public static byte[] Chunk(string type, byte[] data)
    {
        byte[] body = [.. Encoding.ASCII.GetBytes(type), .. data];
        var chunk = new byte[body.Length + 8];
        BinaryPrimitives.WriteInt32BigEndian(chunk, data.Length);
        body.CopyTo(chunk, 4);
        BinaryPrimitives.WriteUInt32BigEndian(chunk.AsSpan(body.Length + 4), Crc32.Compute(body));
        return chunk;
    }

    /// <summary>A JPEG with an EXIF block that holds the orientation.</summary>
    public static byte[] WithExif(byte[] jpeg, byte orientation)
    {
        byte[] tiff = [.. "MM\0*"u8, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0, 0, 0, 0, 0];
        byte[] payload = [.. "Exif\0\0"u8, .. tiff];
        return [.. jpeg[..2], 0xFF, 0xE1, 0, (byte)(payload.Length + 2), .. payload, .. jpeg[2..]];
    }

    /// <summary>An uncompressed little-endian RGB file of one strip.</summary>
    public static byte[] Tiff(int width, int height, byte[] pixels, ushort orientation)
    {
        (ushort Tag, ushort Type, int Count, int Value)[] entries =
        [
            (256, 4, 1, width), (257, 4, 1, height), (258, 3, 1, 8), (259, 3, 1, 1), (262, 3, 1, 2), (273, 4, 1, 8),
            (274, 3, 1, orientation), (277, 3, 1, 3), (278, 4, 1, height), (279, 4, 1, pixels.Length),
        ];
        using var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream);
        writer.Write("II*\0"u8);
        writer.Write(8 + pixels.Length);
        writer.Write(pixels);
        writer.Write((ushort)entries.Length);
        foreach (var (tag, type, count, value) in entries)
        {
            writer.Write(tag);
            writer.Write(type);
            writer.Write(count);
            writer.Write(value);
        }
        writer.Write(0);
        return stream.ToArray();
    }

    /// <summary>A 24-bit bitmap, bottom row first.</summary>
    public static byte[] Bmp(Image image)
    {
        var stride = (image.Width * 3 + 3) / 4 * 4;
        var file = new byte[54 + stride * image.Height];
        "BM"u8.CopyTo(file);
        BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(2), file.Length);
        BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(10), 54);
        BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(14), 40);
        BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(18), image.Width);
        BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(22), image.Height);
        (file[26], file[28]) = (1, 24);
        for (var y = 0; y < image.Height; y++)
            for (var x = 0; x < image.Width; x++)
                for (var c = 0; c < 3; c++)
                    file[54 + (image.Height - 1 - y) * stride + x * 3 + c] = image.Pixels[(y * image.Width + x) * 3 + 2 - c];
        return file;
    }

    public static byte[] Ppm(Image image) => [.. Encoding.ASCII.GetBytes($"P6 # a comment\n{image.Width} {image.Height}\n255\n"), .. image.Pixels];
}
