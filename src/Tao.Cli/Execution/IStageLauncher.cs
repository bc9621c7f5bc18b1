using Tao.Engine.Events;
using Tao.Engine.Stages;

namespace Tao.Cli.Execution;

/// <summary>Has a stage run to its end, here or in another process.</summary>
internal interface IStageLauncher
{
    /// <summary>Returns one of <see cref="ExitCode"/>; what happened has been published.</summary>
    int Launch(StageRequest request, IEventSink events, StopSignal stop);
}
