namespace Tao.Onnx;

/// <summary>Writes a file beside its target and renames it: readers see the old file or the whole new one.</summary>
internal static class AtomicFile
{
    internal static void Write(string path, Action<Stream> write)
    {
        var temporary = path + ".tmp";
        try
        {
            using (var stream = new FileStream(temporary, FileMode.Create, FileAccess.Write, FileShare.None))
                write(stream);
            File.Move(temporary, path, overwrite: true);
        }
        finally
        {
            File.Delete(temporary);
        }
    }
}
