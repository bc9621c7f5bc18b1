using Tao.Engine.Stages;
using Tao.Engine.Tests.Stages;

namespace Tao.Engine.Tests.Quantization;

/// <summary>A network with batch norms, trained in float, pruned, retrained for 8 bits, and what the stages behind make of it.</summary>
public sealed class QuantizationAwareProject : IDisposable
{
    private static readonly string _spec = TinyProject.Spec
        .Replace("squeezenet\" use_batch_norm: true", "mobilenet_v2\" use_batch_norm: true activation { activation_type: \"relu6\" }", StringComparison.Ordinal)
        .Replace("sgd { lr: 0.01 momentum: 0.9 }", "adam { lr: 0.001 }", StringComparison.Ordinal)
        .Replace("learning_rate: 0.01", "learning_rate: 0.001", StringComparison.Ordinal)
        .Replace("n_epochs: 2", "n_epochs: 3 enable_qat: false", StringComparison.Ordinal);

    private readonly TinyProject _pruned = TinyProject.Create(_spec);

    public QuantizationAwareProject()
    {
        foreach (var stage in new[] { StageKind.ConvertDataset, StageKind.Train })
            _pruned.Run(stage);
        TinyProject.Run(_pruned.Request(StageKind.Prune).WithOption("pruning_threshold", "0.4"));
        _pruned.EditSpec("enable_qat: false", "enable_qat: true");
        Trained = New();
        Runs = new[] { StageKind.Retrain, StageKind.EvaluateRetrained, StageKind.Export, StageKind.Int8Calibrate, StageKind.EvaluateInt8 }
            .ToDictionary(stage => stage, Trained.Run);
    }

    internal TinyProject Trained { get; }

    internal Dictionary<StageKind, StageRun> Runs { get; }

    /// <summary>Before retraining.</summary>
    internal TinyProject New() => _pruned.Copy();

    public void Dispose()
    {
        _pruned.Dispose();
        Trained.Dispose();
    }
}
