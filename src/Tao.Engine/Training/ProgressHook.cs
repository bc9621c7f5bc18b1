using Tao.Engine.Events;

namespace Tao.Engine.Training;

/// <summary>Tells the faces how far the run is, at most twice a second within an epoch.</summary>
internal sealed class ProgressHook(IEventSink events, TimeProvider clock, int epochs) : ITrainingHook
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(500);

    private long _started;
    private long _lastReport;
    private double _doneAtStart;

    public void OnStart(TrainingState state)
    {
        _started = clock.GetTimestamp();
        _doneAtStart = state.Epoch;
    }

    public void OnStep(TrainingState state, int stepsPerEpoch)
    {
        if (clock.GetElapsedTime(_lastReport) < Interval)
            return;
        _lastReport = clock.GetTimestamp();
        double done = state.Epoch + ((double)state.StepInEpoch / stepsPerEpoch);
        events.Publish(new ProgressEvent("train", state.Epoch + 1, epochs, state.StepInEpoch, stepsPerEpoch, Eta(done)));
    }

    public void OnEpoch(TrainingState state, EpochReport report)
    {
        foreach (var (name, value) in report.Log)
            events.Publish(new MetricEvent(name, value, report.Epoch));
    }

    private double? Eta(double done) =>
        done > _doneAtStart ? clock.GetElapsedTime(_started).TotalSeconds / (done - _doneAtStart) * (epochs - done) : null;
}
