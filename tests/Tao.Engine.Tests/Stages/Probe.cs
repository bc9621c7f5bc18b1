using Tao.Engine.Events;
using Tao.Engine.Stages;

namespace Tao.Engine.Tests.Stages;

/// <summary>Asks whether a stage would run, and stops it before it does anything.</summary>
internal static class Probe
{
    public static string? ReasonToRun(StageRequest request)
    {
        string? reason = null;
        try
        {
            TinyProject.Run(request, found =>
            {
                if (found is not StageEvent { Status: StageStatus.Started } started)
                    return;
                reason = started.Reason;
                throw new OperationCanceledException();
            });
        }
        catch (OperationCanceledException)
        {
            Assert.NotNull(reason);
        }
        return reason;
    }
}
