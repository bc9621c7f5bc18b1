using System.Security.Cryptography;
using System.Text;

namespace Tao.Engine.IO;

/// <summary>SHA-256 as 64 lower-case hexadecimal digits, the one form in which this project names content.</summary>
public static class ContentHash
{
    public static string OfBytes(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    public static string OfText(string text) => OfBytes(Encoding.UTF8.GetBytes(text));

    public static string OfStream(Stream stream) => Convert.ToHexStringLower(SHA256.HashData(stream));

    public static string OfFile(string path)
    {
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 1 << 17, FileOptions.SequentialScan);
        return OfStream(stream);
    }

    /// <summary>
    /// Hash of a folder: of the sorted lines <c>sha256  relative/path</c> of all its files, so names and contents count and clocks do not.
    /// </summary>
    public static string OfDirectory(string path)
    {
        var files = Directory.EnumerateFiles(path, "*", SearchOption.AllDirectories)
            .Select(file => (Name: Path.GetRelativePath(path, file).Replace('\\', '/'), File: file))
            .OrderBy(entry => entry.Name, StringComparer.Ordinal);
        return OfText(string.Concat(files.Select(entry => $"{OfFile(entry.File)}  {entry.Name}\n")));
    }
}
