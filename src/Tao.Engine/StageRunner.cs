using Tao.Engine.Events;
using Tao.Engine.Stages;

namespace Tao.Engine;

/// <summary>Runs one stage: validate, compare fingerprints, run, check, record.</summary>
public sealed class StageRunner(IEventSink events, TimeProvider clock)
{
    /// <summary>
    /// Returns the stage's record, fresh or found up to date. Throws <c>TaoException</c> for the user's mistakes and
    /// <see cref="OperationCanceledException"/> after a resumable checkpoint was left.
    /// </summary>
    public StageResult Run(StageRequest request, CancellationToken cancellation) =>
        throw new InvalidOperationException($"{request.Stage} {events} {clock} {cancellation}");
}
