namespace Tao.Testing;

/// <summary>A folder of its own for one test, deleted with everything in it.</summary>
public sealed class TemporaryFolder : IDisposable
{
    public TemporaryFolder() => Directory.CreateDirectory(Path);

    // A space and a letter outside ASCII: every test that writes files also tests that paths may hold them.
    public string Path { get; } = System.IO.Path.Combine(System.IO.Path.GetTempPath(), "tao täst " + System.IO.Path.GetRandomFileName());

    /// <summary>The full path of a file below the folder; the folders between are made.</summary>
    public string File(string relativePath)
    {
        var path = System.IO.Path.Combine(Path, relativePath);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        return path;
    }

    /// <summary>Writes a file and gives its full path.</summary>
    public string Write(string relativePath, ReadOnlySpan<byte> content)
    {
        var path = File(relativePath);
        System.IO.File.WriteAllBytes(path, content);
        return path;
    }

    public string Write(string relativePath, string content) => Write(relativePath, System.Text.Encoding.UTF8.GetBytes(content));

    public void Dispose()
    {
        if (Directory.Exists(Path))
            Directory.Delete(Path, recursive: true);
    }
}
