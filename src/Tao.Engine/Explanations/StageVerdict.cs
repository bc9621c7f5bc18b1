namespace Tao.Engine.Explanations;

/// <summary>What a build would do with a stage.</summary>
public enum StageVerdict
{
    /// <summary>Nothing: it has read all this before.</summary>
    UpToDate,

    /// <summary>Fetch the results of an equal run from the cache.</summary>
    WouldRestore,

    /// <summary>Run it.</summary>
    WouldRun,

    /// <summary>Run it, unless the stages before it make the same bytes again.</summary>
    Depends,
}
