using System.Text;

namespace Tao.Sdk.Tasks.Files;

/// <summary>Files that appear whole or not at all, and keep their time when their bytes stay.</summary>
internal static class AtomicFile
{
    private static readonly UTF8Encoding _utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>Returns whether the file had to be written.</summary>
    public static bool WriteIfChanged(string path, string text)
    {
        var bytes = _utf8.GetBytes(text);
        if (File.Exists(path) && bytes.AsSpan().SequenceEqual(File.ReadAllBytes(path)))
            return false;
        Write(path, bytes);
        return true;
    }

    public static void Write(string path, string text) => Write(path, _utf8.GetBytes(text));

    public static void Copy(string source, string destination)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(destination)!);
        var temporary = destination + ".tmp";
        File.Copy(source, temporary, overwrite: true);
        File.Move(temporary, destination, overwrite: true);
    }

    /// <summary>Like File.Delete, and content when even the folder is not there.</summary>
    public static void Remove(string path)
    {
        if (File.Exists(path))
            File.Delete(path);
    }

    private static void Write(string path, byte[] bytes)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var temporary = path + ".tmp";
        File.WriteAllBytes(temporary, bytes);
        File.Move(temporary, path, overwrite: true);
    }
}
