namespace Tao.Engine.Jobs;

public enum StopOutcome
{
    /// <summary>The job's process was told to stop after its current step and to leave a checkpoint.</summary>
    Asked,

    /// <summary>There was nothing to stop any more.</summary>
    NotRunning,

    /// <summary>The process belongs to another user.</summary>
    NotOurs,

    /// <summary>This system has no signals; interrupt the job in its own window.</summary>
    NotSupported,
}
