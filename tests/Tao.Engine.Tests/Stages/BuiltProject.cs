using Tao.Engine.Stages;

namespace Tao.Engine.Tests.Stages;

/// <summary>One project whose stages all ran; tests read it, or work on a copy.</summary>
public sealed class BuiltProject : IDisposable
{
    public const string Collection = "built project";

    public static readonly StageKind[] Stages =
    [
        StageKind.ValidateSpec, StageKind.ConvertDataset, StageKind.Train, StageKind.Evaluate, StageKind.Prune, StageKind.Retrain,
        StageKind.EvaluateRetrained, StageKind.Export, StageKind.Int8Calibrate, StageKind.EvaluateInt8, StageKind.Inference,
    ];

    public BuiltProject()
    {
        Project = TinyProject.Create();
        Runs = Stages.ToDictionary(stage => stage, stage => Project.Run(stage));
    }

    internal TinyProject Project { get; }

    internal IReadOnlyDictionary<StageKind, StageRun> Runs { get; }

    public void Dispose() => Project.Dispose();
}

[CollectionDefinition(BuiltProject.Collection)]
public sealed class BuiltProjectCollection : ICollectionFixture<BuiltProject>;
