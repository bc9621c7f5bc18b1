namespace Tao.Engine.Events;

public enum StageStatus
{
    Started,
    UpToDate,

    /// <summary>The result came from the cache; nothing ran.</summary>
    Restored,
    Finished,
    Failed,
    Cancelled,
}
