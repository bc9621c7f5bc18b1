using Tao.Engine.Explanations;
using Tao.Engine.Fingerprints;
using Tao.Specs;

namespace Tao.Engine.Stages;

/// <summary>One step of a model build. The runner validates the spec, decides whether the stage must run, and records what it made.</summary>
internal interface IStage
{
    StageKind Kind { get; }

    /// <summary>The spec's fields that the stage depends on.</summary>
    SpecStages Reads { get; }

    /// <summary>Whether the request's spec is not the network's: the stage reads it itself.</summary>
    bool HasOwnSpec => false;

    /// <summary>
    /// Whether the cache keeps the results. Not where looking at the inputs is the work itself, where the work is no more than a restoration, or
    /// where the results are as large as the dataset.
    /// </summary>
    bool IsCached => true;

    /// <summary>Whether it computes on the request's device for longer than a moment.</summary>
    bool UsesDevice => false;

    /// <summary>Adds all that the stage reads besides the spec: input artifacts by content, options, the seed.</summary>
    void DescribeInputs(StageContext context, FingerprintBuilder inputs, CancellationToken cancellation);

    /// <summary>After <see cref="DescribeInputs"/>: adds the artifacts whose contents are known before they are made.</summary>
    void Foresee(StageContext context, ForeseenArtifacts foreseen)
    {
    }

    /// <summary>
    /// Reads and checks what <see cref="Run"/> works with, and writes nothing: a user's mistake that shows here leaves the results of an
    /// earlier run alone. Not called when the stage is up to date.
    /// </summary>
    void Prepare(StageContext context)
    {
    }

    /// <summary>Makes the artifacts, each written beside its place and renamed when checked.</summary>
    StageOutcome Run(StageContext context, CancellationToken cancellation);

    /// <summary>Files below the output directory that are no artifacts and yet come back with a restored result; relative paths.</summary>
    IEnumerable<string> ExtraFiles(StageContext context) => [];

    /// <summary>Removes what an earlier run left and no later one overwrites, before a restored result takes its place.</summary>
    void ClearTraces(StageContext context)
    {
    }

    /// <summary>Once the record is written: lets go of what only an interrupted run would have needed.</summary>
    void Complete(StageContext context)
    {
    }
}
