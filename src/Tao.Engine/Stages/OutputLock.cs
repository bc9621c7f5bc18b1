using Tao.Engine.IO;

namespace Tao.Engine.Stages;

/// <summary>Keeps two engines out of one output directory. The operating system drops the lock with the process.</summary>
internal sealed class OutputLock : IDisposable
{
    private const string FileName = ".lock";

    private readonly FileLock _lock;

    private OutputLock(FileLock file)
    {
        _lock = file;
    }

    /// <summary>Whether somebody else is at work there, or was a moment ago.</summary>
    public static bool IsHeld(string directory)
    {
        string path = Path.Combine(directory, FileName);
        if (!File.Exists(path))
            return false;
        using var mine = FileLock.TryAcquire(path);
        return mine is null;
    }

    /// <param name="busy">What to do while another engine is at work there.</param>
    public static OutputLock Acquire(StageContext context, BusyPolicy busy, CancellationToken cancellation)
    {
        string directory = context.Request.FullOutputDirectory;
        CreateDirectory(directory);
        return new OutputLock(FileLock.Acquire(Path.Combine(directory, FileName), () => WhenBusy(context, directory, busy), cancellation));
    }

    public void Dispose() => _lock.Dispose();

    private static void WhenBusy(StageContext context, string directory, BusyPolicy busy)
    {
        if (busy == BusyPolicy.Wait)
        {
            context.Log($"{context.Request.Stage} waits for another run in '{directory}'.");
            return;
        }
        throw StageContext.Error(
            EngineCodes.OutputBusy,
            $"Another run of {context.Request.Stage} is at work in '{directory}'.",
            "Wait for it to end, stop it with 'tao stop', or choose another output directory.");
    }

    private static void CreateDirectory(string directory)
    {
        try
        {
            Directory.CreateDirectory(directory);
        }
        catch (IOException exception) when (File.Exists(directory))
        {
            throw StageContext.Error(EngineCodes.BadRequest, $"The output directory cannot be made: {exception.Message}", "Choose a path where no file is.");
        }
    }
}
