using System.Collections.Immutable;

namespace Tao.Specs.Common;

[SpecMessage("ClearMLConfig", Doc = "ClearML settings; accepted so that specs load.")]
public sealed record ClearMLConfig
{
    [SpecField("project", Number = 1, Doc = "Project name.")]
    public string Project { get; init; } = "";

    [SpecField("task", Number = 2, Doc = "Task name.")]
    public string Task { get; init; } = "";

    [SpecField("tags", Number = 3, Doc = "Task tags.")]
    public ImmutableArray<string> Tags { get; init; } = [];

    [SpecField("reuse_last_task_id", Number = 4)]
    public bool ReuseLastTaskId { get; init; }

    [SpecField("continue_last_task", Number = 5)]
    public bool ContinueLastTask { get; init; }

    [SpecField("deferred_init", Number = 6)]
    public bool DeferredInit { get; init; }
}
