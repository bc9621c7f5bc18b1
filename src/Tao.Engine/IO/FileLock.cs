namespace Tao.Engine.IO;

/// <summary>A lock between processes: an open file that nobody else may open. It goes with the process that holds it, however that ends.</summary>
internal sealed class FileLock : IDisposable
{
    private static readonly TimeSpan _pause = TimeSpan.FromMilliseconds(200);

    private readonly FileStream _stream;

    private FileLock(FileStream stream)
    {
        _stream = stream;
    }

    /// <summary>Null when another process, or another part of this one, has it.</summary>
    public static FileLock? TryAcquire(string path)
    {
        try
        {
            return new FileLock(new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (IOException exception) when (exception is not (DirectoryNotFoundException or PathTooLongException or FileNotFoundException))
        {
            return null;
        }
    }

    /// <summary>Waits for the lock.</summary>
    /// <param name="whenBusy">Called once, before the first pause; throws to give up.</param>
    public static FileLock Acquire(string path, Action whenBusy, CancellationToken cancellation)
    {
        if (TryAcquire(path) is { } free)
            return free;
        whenBusy();
        while (true)
        {
            cancellation.WaitHandle.WaitOne(_pause);
            cancellation.ThrowIfCancellationRequested();
            if (TryAcquire(path) is { } mine)
                return mine;
        }
    }

    public void Dispose() => _stream.Dispose();
}
