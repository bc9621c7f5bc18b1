using Tao.Engine.IO;

namespace Tao.Engine.Cache;

/// <summary>
/// A folder, of this user or shared. Files appear by rename, so several processes may work in it at once, and a file's time tells when it was last
/// used. A lock file keeps <see cref="CacheCollector"/> out while anybody restores or stores.
/// </summary>
internal sealed class FolderStore(string root, bool readOnly) : ICacheStore
{
    /// <summary>The folder in which files are written before they are renamed.</summary>
    internal const string Temporaries = "tmp";

    private static readonly TimeSpan _retry = TimeSpan.FromMilliseconds(50);

    public string Name => root;

    /// <summary>Exclusive for a collector, shared for all others.</summary>
    internal static string LockFile(string root) => Path.Combine(root, ".lock");

    public Task<bool> ContainsAsync(string address, CancellationToken cancellation) => Task.FromResult(File.Exists(PathOf(address)));

    public async Task<bool> ReadAsync(string address, Stream target, CancellationToken cancellation)
    {
        string path = PathOf(address);
        if (!File.Exists(path))
            return false;
        try
        {
            MarkUsed(path);
            await using var source = File.OpenRead(path);
            await source.CopyToAsync(target, cancellation);
            return true;
        }
        catch (FileNotFoundException)
        {
            // Another process found just now that it is damaged.
            return false;
        }
    }

    public async Task WriteAsync(string address, Stream source, CancellationToken cancellation)
    {
        string path = PathOf(address);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        string temporary = Path.Combine(Directory.CreateDirectory(Path.Combine(root, Temporaries)).FullName, Guid.NewGuid().ToString("N"));
        try
        {
            await using (var target = new FileStream(temporary, FileMode.CreateNew, FileAccess.Write))
                await source.CopyToAsync(target, cancellation);
            Place(temporary, path);
        }
        catch
        {
            File.Delete(temporary);
            throw;
        }
    }

    public void RemoveDamaged(string address)
    {
        if (!readOnly)
            File.Delete(PathOf(address));
    }

    public async Task<IDisposable?> LeaseAsync(CancellationToken cancellation)
    {
        if (readOnly && !File.Exists(LockFile(root)))
            return null;
        if (!readOnly)
            Directory.CreateDirectory(root);
        while (true)
        {
            try
            {
                return new FileStream(LockFile(root), File.Exists(LockFile(root)) ? FileMode.Open : FileMode.OpenOrCreate, FileAccess.Read, FileShare.Read);
            }
            catch (IOException) when (File.Exists(LockFile(root)))
            {
                await Task.Delay(_retry, cancellation);
            }
        }
    }

    public void Dispose()
    {
    }

    private static void Place(string temporary, string path)
    {
        try
        {
            File.Move(temporary, path, overwrite: true);
        }
        catch (Exception inUse) when (inUse is IOException or UnauthorizedAccessException && File.Exists(path))
        {
            // Windows replaces no file that somebody reads; what is there is as good.
            File.Delete(temporary);
        }
    }

    private void MarkUsed(string path)
    {
        if (readOnly)
            return;
        try
        {
            File.SetLastWriteTimeUtc(path, TimeProvider.System.GetUtcNow().UtcDateTime);
        }
        catch (UnauthorizedAccessException)
        {
            // Another user's file in a shared folder keeps its time.
        }
    }

    private string PathOf(string address) => Path.Combine(root, address.Replace('/', Path.DirectorySeparatorChar));
}
