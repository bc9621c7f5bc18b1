using Tao.Engine.Stages;
using Tao.Engine.Tests.Stages;

namespace Tao.Engine.Tests.Training;

/// <summary>A training whose unbroken run is known; every other run of it must end with the same bytes.</summary>
internal sealed class TrainingCase(string name, string spec) : IDisposable
{
    private readonly Lazy<TinyProject> _unbroken = new(() =>
    {
        var project = TinyProject.Create(spec);
        project.Run(StageKind.ConvertDataset);
        project.Run(StageKind.Train);
        return project;
    });

    public string Name => name;

    public TinyProject Unbroken => _unbroken.Value;

    public TinyProject New()
    {
        var project = TinyProject.Create(spec);
        project.Run(StageKind.ConvertDataset);
        return project;
    }

    /// <summary>Everything but the record, which holds the run's duration.</summary>
    public void AssertSameAsUnbroken(TinyProject project)
    {
        string output = TinyProject.Output(StageKind.Train);
        Assert.Equal(Unbroken.Files(output), project.Files(output));
        foreach (string file in project.Files(output).Where(file => !file.EndsWith("/result.json", StringComparison.Ordinal)))
            Assert.True(Unbroken.Bytes(file).AsSpan().SequenceEqual(project.Bytes(file)), file);
    }

    public void Dispose()
    {
        if (_unbroken.IsValueCreated)
            _unbroken.Value.Dispose();
    }

    /// <summary>Dropout, mixup, random crops with colours, and momentum.</summary>
    public static TrainingCase Everything() => new("sgd", TinyProject.Spec
        .Replace("\"3,32,32\"", "\"3,32,32\" retain_head: true dropout: 0.5", StringComparison.Ordinal)
        .Replace("n_epochs: 2", "n_epochs: 3 enable_random_crop: true enable_color_augmentation: true mixup_alpha: 0.3 label_smoothing: 0.1", StringComparison.Ordinal));

    /// <summary>Batch norm's running statistics, Adam's two moments, and the weights' moving average.</summary>
    public static TrainingCase AdamAndBatchNorm() => new("adam", TinyProject.Spec
        .Replace("squeezenet", "mobilenet_v2\" use_batch_norm: true activation { activation_type: \"relu6\" } freeze_blocks: 0 #", StringComparison.Ordinal)
        .Replace("sgd { lr: 0.01 momentum: 0.9 }", "adam { lr: 0.001 }", StringComparison.Ordinal)
        .Replace("n_epochs: 2", "n_epochs: 3 class_weighting_config { enable_auto: true } model_ema: true", StringComparison.Ordinal));

    /// <summary>Would run six epochs; nothing after the first one counts as an improvement, so it ends with the third.</summary>
    public static TrainingCase EarlyStop() => new("stopping", TinyProject.Spec
        .Replace("sgd { lr: 0.01 momentum: 0.9 }", "rmsprop { lr: 0.001 }", StringComparison.Ordinal)
        .Replace("n_epochs: 2", "n_epochs: 6 checkpoint_interval: 2 early_stopping { monitor: \"val_loss\" min_delta: 100.0 patience: 2 }", StringComparison.Ordinal));
}
