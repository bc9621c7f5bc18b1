namespace Tao.Engine.Training;

/// <summary>What a training stage does about the checkpoint of an interrupted equal run.</summary>
internal enum ResumeMode
{
    /// <summary>Goes on with it when there is one.</summary>
    Auto,

    /// <summary>Starts afresh.</summary>
    Never,

    /// <summary>Goes on with it or fails.</summary>
    Require,
}
