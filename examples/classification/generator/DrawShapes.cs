#:property PublishAot=false
#:property ImplicitUsings=enable
#:property Nullable=enable
// Draws small colour pictures of four shapes, each light on dark, at a random place, size, angle and colour, under noise: a data set that a small network learns
// in a minute. The same arguments draw the same bytes on every machine.
using System.Buffers.Binary;
using System.IO.Compression;

const int Size = 32;
string root = args[0];
string[] classes = ["circle", "cross", "square", "triangle"];
(string Folder, int PerClass)[] splits = [("train", 120), ("val", 30), ("test", 30)];
foreach (var (folder, perClass) in splits)
{
    foreach (string name in classes)
    {
        string directory = Path.Combine(root, folder, name);
        Directory.CreateDirectory(directory);
        for (int i = 0; i < perClass; i++)
        {
            // A fixed seed for each file: adding a class or a split changes no other image.
            var random = new Numbers(HashCode(folder, name, i));
            File.WriteAllBytes(Path.Combine(directory, $"{name}_{i:D3}.png"), Png.Encode(Draw(name, random), Size));
        }
    }
}

// FNV-1a, because string.GetHashCode differs from run to run.
static uint HashCode(string folder, string name, int index)
{
    uint hash = 2166136261;
    foreach (char c in $"{folder}/{name}/{index}")
        hash = (hash ^ c) * 16777619;
    return hash;
}

static byte[] Draw(string shape, Numbers random)
{
    double radius = Size * (0.3 + (0.12 * random.Next()));
    double x0 = radius + ((Size - (2 * radius)) * random.Next());
    double y0 = radius + ((Size - (2 * radius)) * random.Next());
    double angle = shape == "circle" ? 0 : (random.Next() - 0.5) * 0.4;
    double[] colour = [Light(random), Light(random), Light(random)];
    double[] ground = [Dark(random), Dark(random), Dark(random)];
    byte[] pixels = new byte[Size * Size * 3];
    for (int y = 0; y < Size; y++)
    {
        for (int x = 0; x < Size; x++)
        {
            double dx = (x - x0) / radius;
            double dy = (y - y0) / radius;
            double u = (dx * Math.Cos(angle)) + (dy * Math.Sin(angle));
            double v = (dy * Math.Cos(angle)) - (dx * Math.Sin(angle));
            double[] paint = Covers(shape, u, v) ? colour : ground;
            for (int c = 0; c < 3; c++)
                pixels[(((y * Size) + x) * 3) + c] = (byte)Math.Clamp(paint[c] + (16 * (random.Next() - 0.5)), 0, 255);
        }
    }

    return pixels;
}

static double Light(Numbers random) => 150 + (100 * random.Next());

static double Dark(Numbers random) => 80 * random.Next();

// Shapes within the unit square around the origin; v points down.
static bool Covers(string shape, double u, double v) => shape switch
{
    "circle" => (u * u) + (v * v) <= 1,
    "square" => Math.Max(Math.Abs(u), Math.Abs(v)) <= 0.8,
    "triangle" => v <= 0.8 && v >= -0.9 && Math.Abs(u) <= (v + 0.9) * 0.55,
    _ => Math.Max(Math.Abs(u), Math.Abs(v)) <= 1 && Math.Min(Math.Abs(u), Math.Abs(v)) <= 0.28,
};

/// <summary>SplitMix64: numbers in [0, 1) that depend on the seed alone, not on the version of .NET.</summary>
internal sealed class Numbers(ulong seed)
{
    private ulong _state = seed;

    public double Next()
    {
        _state += 0x9E3779B97F4A7C15;
        ulong z = _state;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return ((z ^ (z >> 31)) >> 11) * (1.0 / (1UL << 53));
    }
}

/// <summary>The smallest PNG writer: eight-bit RGB, no filter.</summary>
internal static class Png
{
    public static byte[] Encode(byte[] rgb, int size)
    {
        using var file = new MemoryStream();
        file.Write([137, 80, 78, 71, 13, 10, 26, 10]);
        byte[] header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, size);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), size);
        header[8] = 8;
        header[9] = 2;
        WriteChunk(file, "IHDR", header);
        using var rows = new MemoryStream();
        using (var zlib = new ZLibStream(rows, CompressionLevel.Fastest, leaveOpen: true))
        {
            for (int y = 0; y < size; y++)
            {
                zlib.WriteByte(0);
                zlib.Write(rgb, y * size * 3, size * 3);
            }
        }

        WriteChunk(file, "IDAT", rows.ToArray());
        WriteChunk(file, "IEND", []);
        return file.ToArray();
    }

    private static void WriteChunk(Stream file, string type, byte[] data)
    {
        byte[] chunk = [.. type.Select(c => (byte)c), .. data];
        Span<byte> number = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(number, data.Length);
        file.Write(number);
        file.Write(chunk);
        BinaryPrimitives.WriteUInt32BigEndian(number, Crc32(chunk));
        file.Write(number);
    }

    private static uint Crc32(byte[] data)
    {
        uint crc = uint.MaxValue;
        foreach (byte b in data)
        {
            crc ^= b;
            for (int bit = 0; bit < 8; bit++)
                crc = (crc >> 1) ^ ((crc & 1) * 0xEDB88320u);
        }

        return ~crc;
    }
}
