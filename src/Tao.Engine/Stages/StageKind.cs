namespace Tao.Engine.Stages;

/// <summary>The stages of a model build, in the order in which a project runs them.</summary>
public enum StageKind
{
    ValidateSpec,
    ConvertDataset,
    Train,
    Evaluate,
    Prune,
    Retrain,
    EvaluateRetrained,
    Export,
    Int8Calibrate,
    EvaluateInt8,
    Gate,
    Report,
    Inference,
    ExportRecords,
}
