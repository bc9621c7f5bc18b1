namespace Tao.Engine.Logs;

/// <summary>The states of a <c>status.json</c> line, TAO's words.</summary>
public enum RunStatus
{
    Started,
    Running,
    Success,
    Failure,
    Skipped,
}
