using System.Globalization;
using Tao.Engine.Cache;
using Tao.Engine.Events;
using Tao.Engine.Fingerprints;
using Tao.Engine.IO;
using Tao.Engine.Stages;
using Tao.Networks;
using Tao.Specs;

namespace Tao.Engine;

/// <summary>
/// Runs one stage: validate, compare fingerprints, look in the cache, prepare, run, check, record. The output directory is touched only when there is
/// a result to restore, else from "run" on.
/// </summary>
public sealed class StageRunner(IEventSink events, TimeProvider clock)
{
    /// <summary>Where results are looked for and kept; nowhere by default.</summary>
    public StageCache? Cache { get; init; }

    /// <summary>
    /// Returns the stage's record, fresh or found up to date. Throws <see cref="TaoException"/> for the user's mistakes and
    /// <see cref="OperationCanceledException"/> after a resumable checkpoint was left.
    /// </summary>
    public StageResult Run(StageRequest request, CancellationToken cancellation)
    {
        var stage = StageCatalog.For(request.Stage);
        var context = Bind(request, stage);
        var inputs = new FingerprintBuilder();
        inputs.Add("engine", EngineVersion.Current);
        inputs.Add("stage", request.Stage.ToString());
        inputs.Add("network", request.Network);
        inputs.AddJson("spec", SpecFingerprint.Canonical(context.Network.Spec, stage.Reads));
        stage.DescribeInputs(context, inputs, cancellation);
        context.Fingerprint = inputs.Compute();

        // A run at work has removed its record, so what is recorded here is finished and needs no lock.
        var record = StageRecord.In(request.FullOutputDirectory);
        var previous = record.Read();
        if (previous?.Fingerprint == context.Fingerprint && record.ArtifactsAreIntact(previous))
        {
            events.Publish(new StageEvent(request.Stage, StageStatus.UpToDate));
            PublishOutcome(previous, request);
            return previous;
        }
        var cached = stage.IsCached && Cache is not null ? CacheKey.Of(request, inputs.Inputs) : null;
        if (cached is not null && Restore(stage, context, inputs, cached, cancellation) is { } restored)
            return restored;
        events.Publish(new StageEvent(request.Stage, StageStatus.Started, Reason(previous, context, inputs)));
        stage.Prepare(context);
        using var directoryLock = OutputLock.Acquire(request.FullOutputDirectory, request.Stage);
        var made = RunAndRecord(stage, context, inputs, record, cancellation);
        if (cached is not null)
            Keep(made, stage, context, cached, cancellation);
        return made;
    }

    /// <summary>Null when the cache has no such result, or not all of it.</summary>
    private StageResult? Restore(IStage stage, StageContext context, FingerprintBuilder inputs, CacheKey key, CancellationToken cancellation)
    {
        using var hit = Cache!.Find(key, cancellation);
        if (hit is null)
            return null;
        string directory = context.Request.FullOutputDirectory;
        using var directoryLock = OutputLock.Acquire(directory, stage.Kind);
        if (!hit.Fetch(directory, cancellation))
            return null;
        var record = StageRecord.In(directory);
        var previous = record.Read();
        record.Remove();
        stage.ClearTraces(context);
        foreach (var artifact in previous?.Artifacts ?? [])
            File.Delete(Path.Combine(directory, artifact.Path));
        hit.Place();
        var result = hit.Record.Result with { Fingerprint = context.Fingerprint, Inputs = inputs.Inputs };
        record.Write(result);
        Store(() => Cache.SaveToEarlier(key, hit, directory, cancellation), cancellation);
        PublishOutcome(result, context.Request);
        string device = hit.Record.Platform == key.Platform ? "" : $" on {hit.Record.Platform}";
        events.Publish(new StageEvent(
            stage.Kind, StageStatus.Restored, string.Create(CultureInfo.InvariantCulture, $"from {hit.StoreName}, where its making took {result.DurationSeconds:0.0} s{device}")));
        return result;
    }

    private void Keep(StageResult result, IStage stage, StageContext context, CacheKey key, CancellationToken cancellation) => Store(
        () =>
        {
            string directory = context.Request.FullOutputDirectory;
            var folder = StageRecord.In(directory);
            var extras = stage.ExtraFiles(context).Select(file => folder.Describe(file, file));
            Cache!.Save(key, new CacheRecord { Result = result, Platform = key.Platform, Extras = [.. extras] }, directory, cancellation);
        },
        cancellation);

    /// <summary>The stage has its result by now: nothing that happens here takes it away.</summary>
    private void Store(Action save, CancellationToken cancellation)
    {
        try
        {
            save();
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            events.Publish(new LogEvent("The result is not in every cache: storing it was cancelled."));
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            events.Publish(DiagnosticEvent.From(new Diagnostic(
                EngineCodes.CacheUnavailable, DiagnosticSeverity.Warning, $"The result is not kept in the cache: {unreadable.Message}", "Leave a stage's outputs alone while it ends.", null)));
        }
    }

    private StageResult RunAndRecord(IStage stage, StageContext context, FingerprintBuilder inputs, StageRecord record, CancellationToken cancellation)
    {
        long started = clock.GetTimestamp();
        record.Remove();
        var outcome = stage.Run(context, cancellation);
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

    private StageContext Bind(StageRequest request, IStage stage)
    {
        var network = NetworkCatalog.Find(request.Network) ?? throw StageContext.Error(
            EngineCodes.UnknownNetwork,
            $"There is no network '{request.Network}'.",
            $"Networks are: {string.Join(", ", NetworkCatalog.All.Select(entry => entry.Name))}.");
        var diagnostics = new DiagnosticBag();
        var paths = PathMaps.For(request, diagnostics);
        var bound = request.Spec.Length == 0 || stage.HasOwnSpec
            ? BindWithoutSpec(network, stage)
            : network.Bind(SpecReader.Read(request.FullPath(request.Spec), diagnostics), stage.Reads, diagnostics);
        diagnostics.ThrowIfErrors();
        foreach (var finding in diagnostics.Items)
            events.Publish(DiagnosticEvent.From(finding));
        return new StageContext(request, bound, paths, events, clock);
    }

    /// <summary>
    /// <c>tao prune</c> takes no spec, and calibration on images that are named needs none: the model carries its own graph. All
    /// fields have their defaults, and that required ones are missing is nobody's mistake.
    /// </summary>
    private static BoundNetwork BindWithoutSpec(INetwork network, IStage stage) =>
        network.Bind(SpecReader.Parse("", "", SpecFormat.ProtobufText, new DiagnosticBag()), stage.Reads, new DiagnosticBag());

    private static string Reason(StageResult? previous, StageContext context, FingerprintBuilder inputs) =>
        previous is null ? "there is no record of an earlier run"
        : previous.Fingerprint == context.Fingerprint ? "an artifact is missing or was changed"
        : FingerprintDifference.Describe(previous.Inputs, inputs.Inputs);

    private void PublishOutcome(StageResult result, StageRequest request)
    {
        foreach (var (name, value) in result.Metrics)
            events.Publish(new MetricEvent(name, value));
        foreach (var artifact in result.Artifacts)
            events.Publish(new ArtifactEvent(artifact.Name, Path.Combine(request.OutputDirectory, artifact.Path), artifact.Sha256, artifact.Bytes));
    }
}
