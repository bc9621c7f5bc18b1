namespace Tao.Engine.Events;

public enum StageStatus
{
    Started,
    UpToDate,
    Finished,
    Failed,
    Cancelled,
}
