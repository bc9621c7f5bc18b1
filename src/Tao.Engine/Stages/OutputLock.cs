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
        CreateDirectory(directory);
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

    public void Dispose() => _stream.Dispose();
}
