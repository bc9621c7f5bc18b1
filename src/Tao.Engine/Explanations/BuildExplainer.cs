using System.Collections.Immutable;
using Tao.Engine.Cache;
using Tao.Engine.Datasets;
using Tao.Engine.Events;
using Tao.Engine.Fingerprints;
using Tao.Engine.Stages;
using Tao.Engine.Training;
using Tao.Specs;

namespace Tao.Engine.Explanations;

/// <summary>
/// Says what a build would do and why, and does none of it: images are looked at, and those in record files unpacked, as the build would; nothing else is
/// written. A stage behind one that would run is judged by what is known of its result: the data, a result in the cache; else by the spec alone.
/// </summary>
/// <param name="recorded">The result of an equal run that can be had without running; null when there is none.</param>
/// <param name="generators">Programs that would make the data first, so that nothing can be said of it.</param>
public sealed class BuildExplainer(IEventSink events, TimeProvider clock, Func<CacheKey, StageResult?> recorded, IReadOnlyList<string> generators)
{
    // More differences than anybody reads; a whole new spec has some dozens.
    private const int Shown = 8;

    private const string OfAnotherProject = " of another project";

    // What a fingerprint holds before the stage has looked at its inputs.
    private static readonly string[] _commonInputs = ["engine", "stage", "network", "spec."];

    private readonly ForeseenArtifacts _foreseen = new();
    private readonly Dictionary<string, string> _pending = new(StringComparer.Ordinal);
    private ImmutableArray<string> _dataChanges = [];

    /// <param name="requests">In the order of the build.</param>
    /// <exception cref="TaoException">A spec or the data has mistakes, all of which it holds.</exception>
    public ImmutableArray<StageExplanation> Explain(IReadOnlyList<StageRequest> requests, CancellationToken cancellation) =>
        [.. requests.Select(request => Explain(request, cancellation))];

    /// <summary>Takes in stages of other projects, which a build would bring up to date first. Their own explanations tell of their mistakes.</summary>
    /// <param name="requests">In the order of the build.</param>
    public void Precede(IReadOnlyList<StageRequest> requests, CancellationToken cancellation)
    {
        foreach (var request in requests)
        {
            try
            {
                if (Explain(request, cancellation).Verdict is not StageVerdict.UpToDate)
                    AddPending(request, OfAnotherProject);
            }
            catch (TaoException)
            {
                AddPending(request, OfAnotherProject);
            }
        }
    }

    private StageExplanation Explain(StageRequest request, CancellationToken cancellation)
    {
        var inspection = StageInspection.Begin(request, events, clock, _foreseen);
        var unknown = Unknown(inspection.Context);
        var explanation = unknown.Length > 0 ? ByTheSpec(inspection, unknown) : ByContent(inspection, cancellation);
        if (explanation.Verdict is not StageVerdict.UpToDate)
            AddPending(request);
        return explanation;
    }

    private void AddPending(StageRequest request, string ofProject = "") =>
        _pending[Path.TrimEndingDirectorySeparator(request.FullOutputDirectory) + Path.DirectorySeparatorChar] = request.Stage + ofProject;

    private StageExplanation ByContent(StageInspection inspection, CancellationToken cancellation)
    {
        inspection.DescribeInputs(cancellation);
        inspection.Stage.Foresee(inspection.Context, _foreseen);
        if (inspection.Stage.Kind == StageKind.ConvertDataset)
            _dataChanges = DataChanges(inspection.Context);
        var seconds = inspection.Previous?.DurationSeconds;
        if (inspection.IsUpToDate)
            return new StageExplanation(inspection.Stage.Kind, StageVerdict.UpToDate, [], seconds);
        var reasons = Reasons(inspection);
        var found = inspection.Stage.IsCached ? recorded(CacheKey.Of(inspection.Context.Request, inspection.Inputs.Inputs)) : null;
        if (found is null)
            return new StageExplanation(inspection.Stage.Kind, StageVerdict.WouldRun, reasons, seconds);
        _foreseen.Add(inspection.Context.Request.FullOutputDirectory, found);
        return new StageExplanation(inspection.Stage.Kind, StageVerdict.WouldRestore, reasons, found.DurationSeconds);
    }

    private static StageExplanation ByTheSpec(StageInspection inspection, ImmutableArray<(string Role, string Maker)> unknown)
    {
        string[] waiting = [.. unknown.Select(input => $"its {input.Role} comes from {input.Maker}")];
        if (inspection.Previous is not { } previous)
            return new StageExplanation(inspection.Stage.Kind, StageVerdict.WouldRun, [.. inspection.Reasons(Shown), .. waiting], null);
        var before = previous.Inputs.Where(input => _commonInputs.Any(input.Key.StartsWith)).ToImmutableSortedDictionary(StringComparer.Ordinal);
        var changes = FingerprintDifference.Lines(before, inspection.Inputs.Inputs, Shown);
        var verdict = changes.IsEmpty && inspection.Record.ArtifactsAreIntact(previous) ? StageVerdict.Depends : StageVerdict.WouldRun;
        return new StageExplanation(inspection.Stage.Kind, verdict, [.. changes, .. waiting], previous.DurationSeconds);
    }

    /// <summary>The inputs that an earlier stage would make, and of which nothing is known before.</summary>
    private ImmutableArray<(string Role, string Maker)> Unknown(StageContext context) =>
    [
        .. generators.Where(_ => context.Request.Stage == StageKind.ConvertDataset).Select(generator => ("data", generator)),
        .. from role in context.Request.Inputs.Keys
           let path = context.Input(role)
           where !_foreseen.Knows(path)
           let maker = Maker(path)
           where maker is not null
           select (role, maker),
        .. from path in PretrainedModels(context)
           let maker = Maker(path)
           where maker is not null
           select ("pretrained model", maker),
    ];

    private static IEnumerable<string> PretrainedModels(StageContext context) => context.Request.Stage == StageKind.Train ? [TrainingStart.PretrainedPath(context)] : [];

    /// <summary>The stage that would make the file anew; null when none would.</summary>
    private string? Maker(string path) => _pending.FirstOrDefault(folder => path.StartsWith(folder.Key, StringComparison.Ordinal)).Value;

    /// <summary>The differences; where a hash of data differs, what happened to the images.</summary>
    private ImmutableArray<string> Reasons(StageInspection inspection)
    {
        if (_dataChanges.IsEmpty || inspection.Previous is not { } previous || previous.Fingerprint == inspection.Context.Fingerprint)
            return inspection.Reasons(Shown);
        var now = inspection.Inputs.Inputs;
        string[] data = [.. FingerprintDifference.Names(previous.Inputs, now).Where(name => name.StartsWith("dataset", StringComparison.Ordinal) && !name.EndsWith(".root", StringComparison.Ordinal))];
        return data.Length == 0
            ? inspection.Reasons(Shown)
            : [.. _dataChanges, .. FingerprintDifference.Lines(previous.Inputs.RemoveRange(data), now.RemoveRange(data), Shown)];
    }

    private ImmutableArray<string> DataChanges(StageContext context)
    {
        string path = context.Output(ProjectDataset.FileName);
        if (!File.Exists(path))
            return [];
        try
        {
            return DatasetDifference.Describe(ProjectDataset.Load(path, context.Request.ProjectDirectory), _foreseen.DatasetAt(path)!);
        }
        catch (TaoException)
        {
            return []; // An index that cannot be read has nothing to compare with; the stage runs anyway.
        }
    }
}
