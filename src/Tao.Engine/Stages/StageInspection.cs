using System.Collections.Immutable;
using Tao.Engine.Events;
using Tao.Engine.Explanations;
using Tao.Engine.Fingerprints;
using Tao.Networks;
using Tao.Specs;

namespace Tao.Engine.Stages;

/// <summary>A request whose spec is bound, beside the record of the last run: all that decides whether the stage must run. Nothing is written.</summary>
internal sealed class StageInspection
{
    private StageInspection(IStage stage, StageContext context)
    {
        Stage = stage;
        Context = context;
        Record = StageRecord.In(context.Request.FullOutputDirectory);
        Previous = Record.Read();
        Inputs.Add("engine", EngineVersion.Current);
        Inputs.Add("stage", context.Request.Stage.ToString());
        Inputs.Add("network", context.Request.Network);
        Inputs.AddJson("spec", SpecFingerprint.Canonical(context.Network.Spec, stage.Reads));
    }

    public IStage Stage { get; }

    public StageContext Context { get; }

    /// <summary>First engine, network and spec; with <see cref="DescribeInputs"/> everything.</summary>
    public FingerprintBuilder Inputs { get; } = new();

    public StageRecord Record { get; }

    /// <summary>The last finished run; null when there is none.</summary>
    public StageResult? Previous { get; }

    /// <summary>Whether the last run read the same, and its artifacts are as it left them.</summary>
    public bool IsUpToDate => Previous?.Fingerprint == Context.Fingerprint && Record.ArtifactsAreIntact(Previous);

    /// <param name="foreseen">What earlier stages would make; null where they have run.</param>
    /// <exception cref="TaoException">The spec has mistakes, or there is no such network.</exception>
    public static StageInspection Begin(StageRequest request, IEventSink events, TimeProvider clock, ForeseenArtifacts? foreseen = null)
    {
        var stage = StageCatalog.For(request.Stage);
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
        return new StageInspection(stage, new StageContext(request, bound, paths, events, clock) { Foreseen = foreseen });
    }

    /// <summary>Looks at everything that the stage reads, and computes the fingerprint.</summary>
    public void DescribeInputs(CancellationToken cancellation)
    {
        Stage.DescribeInputs(Context, Inputs, cancellation);
        Context.Fingerprint = Inputs.Compute();
    }

    /// <summary>Why the stage must run, such as <c>spec.train_config.n_epochs: 20 -> 80</c>; with more than <paramref name="most"/> the last says how many.</summary>
    public ImmutableArray<string> Reasons(int most) =>
        Previous is null ? ["there is no record of an earlier run"]
        : Previous.Fingerprint == Context.Fingerprint ? ["an artifact is missing or was changed"]
        : FingerprintDifference.Lines(Previous.Inputs, Inputs.Inputs, most);

    /// <summary>
    /// <c>tao prune</c> takes no spec, and calibration on images that are named needs none: the model carries its own graph. All
    /// fields have their defaults, and that required ones are missing is nobody's mistake.
    /// </summary>
    private static BoundNetwork BindWithoutSpec(INetwork network, IStage stage) =>
        network.Bind(SpecReader.Parse("", "", SpecFormat.ProtobufText, new DiagnosticBag()), stage.Reads, new DiagnosticBag());
}
