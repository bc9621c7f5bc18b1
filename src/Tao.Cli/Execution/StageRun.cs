using Tao.Engine.Events;
using Tao.Engine.Stages;

namespace Tao.Cli.Execution;

/// <summary>Runs one stage; the engine's <c>StageRunner.Run</c>.</summary>
internal delegate StageResult StageRun(StageRequest request, IEventSink events, CancellationToken cancellation);
