namespace Tao.Engine.Jobs;

public enum JobState
{
    Running,
    Finished,
    Failed,

    /// <summary>Stopped on request; a resumable checkpoint was left.</summary>
    Cancelled,

    /// <summary>Its process is gone without having recorded an end: killed, crashed, or the machine was restarted.</summary>
    Died,
}
