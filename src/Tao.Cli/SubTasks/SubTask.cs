using System.Collections.Immutable;
using Tao.Cli.Parsing;

namespace Tao.Cli.SubTasks;

/// <summary>A word after the network's name: its flags, and the stages they ask for.</summary>
internal abstract class SubTask
{
    public abstract string Name { get; }

    public abstract string Summary { get; }

    public abstract ImmutableArray<Flag> Flags { get; }

    public virtual string? Notes => null;

    /// <summary>Problems go to the input's bag; the plan counts only when there is none.</summary>
    public abstract ImmutableArray<PlannedStage> Plan(SubTaskInput input);
}
