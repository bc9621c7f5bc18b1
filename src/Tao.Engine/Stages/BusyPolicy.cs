namespace Tao.Engine.Stages;

/// <summary>What a stage does when another process uses its device or its output directory; the option <c>when_busy</c>.</summary>
internal enum BusyPolicy
{
    /// <summary>Waits for its turn.</summary>
    Wait,

    /// <summary>Ends with an error that says who is at work.</summary>
    Fail,

    /// <summary>Uses the device beside the other; of an output directory there is no sharing.</summary>
    Share,
}
