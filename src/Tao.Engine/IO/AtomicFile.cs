using System.Text;

namespace Tao.Engine.IO;

/// <summary>
/// Writes a file so that readers see the old content or the whole new content, never a part: the bytes go to
/// <c>path.tmp</c>, are flushed to the disk, checked, and only then renamed. A killed run leaves at most a <c>.tmp</c> that the
/// next write replaces.
/// </summary>
public static class AtomicFile
{
    public const string TemporarySuffix = ".tmp";

    /// <param name="path">The file to write; its folder is made when missing.</param>
    /// <param name="write">Fills the stream, which can seek.</param>
    /// <param name="check">Looks at the finished temporary file (its path) and throws when it must not replace the old one.</param>
    public static void Write(string path, Action<Stream> write, Action<string>? check = null)
    {
        var target = Path.GetFullPath(path);
        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        var temporary = target + TemporarySuffix;
        try
        {
            using (var stream = new FileStream(temporary, FileMode.Create, FileAccess.ReadWrite, FileShare.None, bufferSize: 1 << 16))
            {
                write(stream);
                stream.Flush(flushToDisk: true);
            }
            check?.Invoke(temporary);
            File.Move(temporary, target, overwrite: true);
        }
        catch
        {
            File.Delete(temporary);
            throw;
        }
    }

    public static void WriteBytes(string path, ReadOnlyMemory<byte> bytes) => Write(path, stream => stream.Write(bytes.Span));

    /// <summary>UTF-8 without a byte order mark.</summary>
    public static void WriteText(string path, string text) =>
        WriteBytes(path, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false).GetBytes(text));
}
