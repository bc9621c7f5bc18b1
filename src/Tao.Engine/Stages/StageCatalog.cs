namespace Tao.Engine.Stages;

/// <summary>Makes the stage that a request asks for.</summary>
internal static class StageCatalog
{
    public static IStage For(StageKind kind) => kind switch
    {
        StageKind.ValidateSpec => new ValidateSpecStage(),
        StageKind.ConvertDataset => new ConvertDatasetStage(),
        StageKind.Train or StageKind.Retrain => new TrainStage(kind),
        StageKind.Evaluate or StageKind.EvaluateRetrained => new EvaluateStage(kind),
        StageKind.Prune => new PruneStage(),
        StageKind.Export => new ExportStage(),
        StageKind.Int8Calibrate => new Int8CalibrateStage(),
        StageKind.EvaluateInt8 => new EvaluateInt8Stage(),
        StageKind.Gate => new GateStage(),
        StageKind.Report => new ReportStage(),
        StageKind.Inference => new InferenceStage(),
        StageKind.ExportRecords => new ExportRecordsStage(),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "There is no such stage."),
    };
}
