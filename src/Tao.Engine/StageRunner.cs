using Tao.Engine.Cache;
using Tao.Engine.Events;
using Tao.Engine.Fingerprints;
using Tao.Engine.IO;
using Tao.Engine.Stages;
using Tao.Specs;

namespace Tao.Engine;

/// <summary>
/// Runs one stage: validate, compare fingerprints, look in the cache, prepare, run, check, record. The output directory is touched only when there is
/// a result to restore, else from "run" on.
/// </summary>
/// <param name="devices">Keeps other processes off the device that a stage uses; null when nothing does.</param>
public sealed class StageRunner(IEventSink events, TimeProvider clock, DeviceLocks? devices = null)
{
    /// <summary>Where results are looked for and kept; nowhere by default.</summary>
    public StageCache? Cache { get; init; }

    // What a line of a build's log has room for.
    private const int Shown = 3;

    /// <summary>
    /// Returns the stage's record, fresh or found up to date. Throws <see cref="TaoException"/> for the user's mistakes and
    /// <see cref="OperationCanceledException"/> after a resumable checkpoint was left.
    /// </summary>
    public StageResult Run(StageRequest request, CancellationToken cancellation)
    {
        // A run at work has removed its record, so what is recorded here is finished and needs no lock.
        var inspection = Inspect(request, cancellation);
        var busy = DeviceLocks.PolicyOf(inspection.Context, BusyPolicy.Fail);
        if (!inspection.IsUpToDate && busy == BusyPolicy.Wait && OutputLock.IsHeld(request.FullOutputDirectory))
        {
            // Most likely another build makes just this.
            OutputLock.Acquire(inspection.Context, busy, cancellation).Dispose();
            inspection = Inspect(request, cancellation);
        }
        if (inspection.Previous is { } previous && inspection.IsUpToDate)
        {
            events.Publish(new StageEvent(request.Stage, StageStatus.UpToDate));
            PublishOutcome(previous, request);
            return previous;
        }
        var cached = inspection.Stage.IsCached && Cache is not null ? new CachedResult(Cache, inspection, events) : null;
        if (cached?.Restore(busy, cancellation) is { } restored)
        {
            PublishOutcome(restored.Result, request);
            events.Publish(new StageEvent(request.Stage, StageStatus.Restored, restored.Origin));
            return restored.Result;
        }
        events.Publish(new StageEvent(request.Stage, StageStatus.Started, string.Join(", ", inspection.Reasons(Shown))));
        inspection.Stage.Prepare(inspection.Context);
        using var directoryLock = OutputLock.Acquire(inspection.Context, busy, cancellation);
        using var deviceLock = inspection.Stage.UsesDevice ? devices?.Acquire(inspection.Context, cancellation) : null;
        var made = RunAndRecord(inspection.Stage, inspection.Context, inspection.Inputs, inspection.Record, cancellation);
        cached?.Keep(made, cancellation);
        return made;
    }

    private StageInspection Inspect(StageRequest request, CancellationToken cancellation)
    {
        var inspection = StageInspection.Begin(request, events, clock);
        inspection.DescribeInputs(cancellation);
        return inspection;
    }

    private StageResult RunAndRecord(IStage stage, StageContext context, FingerprintBuilder inputs, StageRecord record, CancellationToken cancellation)
    {
        long started = clock.GetTimestamp();
        record.Remove();
        var outcome = stage.Run(context, cancellation);
        context.Read.ThrowIfChanged(stage.Kind);
        var result = new StageResult
        {
            Stage = stage.Kind,
            Network = context.Request.Network,
            Fingerprint = context.Fingerprint,
            Inputs = inputs.Inputs,
            Metrics = outcome.Metrics,
            Artifacts = [.. outcome.Artifacts.Select(artifact => record.Describe(artifact.Key, artifact.Value))],
            DurationSeconds = Math.Round(clock.GetElapsedTime(started).TotalSeconds, 3),
        };
        record.Write(result);
        stage.Complete(context);
        PublishOutcome(result, context.Request);
        events.Publish(new StageEvent(stage.Kind, StageStatus.Finished));
        return result;
    }

    private void PublishOutcome(StageResult result, StageRequest request)
    {
        foreach (var (name, value) in result.Metrics)
            events.Publish(new MetricEvent(name, value));
        foreach (var artifact in result.Artifacts)
            events.Publish(new ArtifactEvent(artifact.Name, Path.Combine(request.OutputDirectory, artifact.Path), artifact.Sha256, artifact.Bytes));
    }
}
