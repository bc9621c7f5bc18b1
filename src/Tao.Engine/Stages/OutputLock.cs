namespace Tao.Engine.Stages;

/// <summary>Keeps two engines out of one output directory. The operating system drops the lock with the process.</summary>
internal sealed class OutputLock : IDisposable
{
    private readonly FileStream _stream;

    private OutputLock(FileStream stream)
    {
        _stream = stream;
    }

    public static OutputLock Acquire(string directory, StageKind stage)
    {
        Directory.CreateDirectory(directory);
        string path = Path.Combine(directory, ".lock");
        try
        {
            return new OutputLock(new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (IOException exception) when (exception is not (DirectoryNotFoundException or PathTooLongException))
        {
            throw StageContext.Error(
                EngineCodes.OutputBusy,
                $"Another run of {stage} is at work in '{directory}'.",
                "Wait for it to end, stop it with 'tao stop', or choose another output directory.");
        }
    }

    public void Dispose() => _stream.Dispose();
}
