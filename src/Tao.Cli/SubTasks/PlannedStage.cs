using System.Collections.Immutable;
using Tao.Engine.Stages;

namespace Tao.Cli.SubTasks;

internal sealed record PlannedStage(StageRequest Request)
{
    public ImmutableArray<Delivery> Deliveries { get; init; } = [];
}
