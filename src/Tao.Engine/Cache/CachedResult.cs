using System.Globalization;
using Tao.Engine.Events;
using Tao.Engine.Stages;
using Tao.Specs;

namespace Tao.Engine.Cache;

/// <summary>One stage's result and its place in the cache.</summary>
internal sealed class CachedResult(StageCache cache, StageInspection inspection, IEventSink events)
{
    private readonly CacheKey _key = CacheKey.Of(inspection.Context.Request, inspection.Inputs.Inputs);

    private string Directory => inspection.Context.Request.FullOutputDirectory;

    /// <summary>Puts the result in the output directory, in place of everything that an earlier run left there.</summary>
    /// <returns>The result and where it comes from; null when the cache has none, or not all of it, and then nothing was changed.</returns>
    public (StageResult Result, string Origin)? Restore(BusyPolicy busy, CancellationToken cancellation)
    {
        using var hit = cache.Find(_key, cancellation);
        if (hit is null)
            return null;
        using var directoryLock = OutputLock.Acquire(inspection.Context, busy, cancellation);
        if (!hit.Fetch(Directory, cancellation))
            return null;
        inspection.Record.Remove();
        inspection.Stage.ClearTraces(inspection.Context);
        foreach (var artifact in inspection.Previous?.Artifacts ?? [])
            File.Delete(Path.Combine(Directory, artifact.Path));
        hit.Place();
        // One of another device has another fingerprint; the next build asks for this one.
        var result = hit.Record.Result with { Fingerprint = _key.Fingerprint, Inputs = inspection.Inputs.Inputs };
        inspection.Record.Write(result);
        Store(() => cache.SaveToEarlier(_key, hit, Directory, cancellation), cancellation);
        string device = hit.Record.Platform == _key.Platform ? "" : $" on {hit.Record.Platform}";
        return (result, string.Create(CultureInfo.InvariantCulture, $"from {hit.StoreName}, where its making took {result.DurationSeconds:0.0} s{device}"));
    }

    /// <summary>Stores a result that was just made.</summary>
    public void Keep(StageResult made, CancellationToken cancellation) => Store(
        () =>
        {
            var extras = inspection.Stage.ExtraFiles(inspection.Context).Select(file => inspection.Record.Describe(file, file));
            cache.Save(_key, new CacheRecord { Result = made, Platform = _key.Platform, Extras = [.. extras] }, Directory, cancellation);
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
}
