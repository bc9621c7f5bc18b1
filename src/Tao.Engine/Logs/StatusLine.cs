using System.Collections.Immutable;

namespace Tao.Engine.Logs;

/// <summary>What one line of <c>status.json</c> adds to the lines before it.</summary>
public sealed record StatusLine(RunStatus Status, string Message)
{
    /// <summary>Text facts, such as a class list; repeated on later lines.</summary>
    public ImmutableSortedDictionary<string, string> Categorical { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

    /// <summary>Values for curves, by TAO's names (<see cref="MetricNames"/>); repeated on later lines.</summary>
    public ImmutableSortedDictionary<string, double> Graphical { get; init; } = ImmutableSortedDictionary<string, double>.Empty;

    /// <summary>Values to judge the model by; repeated on later lines.</summary>
    public ImmutableSortedDictionary<string, double> Kpi { get; init; } = ImmutableSortedDictionary<string, double>.Empty;

    public EpochStatus? Epoch { get; init; }
}
