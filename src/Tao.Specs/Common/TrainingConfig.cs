namespace Tao.Specs.Common;

/// <summary>The training message that ssd, dssd, retinanet, yolo_v4, lprnet and multitask_classification share.</summary>
[SpecMessage("TrainingConfig", Doc = "Optimiser, schedule, start and length of training.")]
public sealed record TrainingConfig
{
    [SpecField("batch_size_per_gpu", Number = 1, Required = true, Min = 1, Doc = "Images per step.")]
    public uint BatchSizePerGpu { get; init; }

    [SpecField("num_epochs", Number = 2, Required = true, Min = 1, Doc = "Epochs.")]
    public uint NumEpochs { get; init; }

    [SpecField("learning_rate", Number = 3, Required = true, Doc = "Learning-rate schedule.")]
    public LearningRateConfig LearningRate { get; init; } = new();

    [SpecField("regularizer", Number = 4, Doc = "Weight penalty.")]
    public RegularizerConfig Regularizer { get; init; } = new();

    [SpecField("optimizer", Number = 5, Doc = "Optimiser; ssd and dssd have one of their own.")]
    public OptimizerConfig Optimizer { get; init; } = new();

    [SpecField("cost_scaling", Number = 6, Ignored = "training computes in fp32, which needs no loss scaling.", Doc = "Loss scaling of FP16 training.")]
    public CostScalingConfig? CostScaling { get; init; }

    [SpecField("checkpoint_interval", Number = 7, ZeroIsDefault = true, Doc = "Epochs between checkpoints.")]
    public uint CheckpointInterval { get; init; } = 1;

    [SpecField("enable_qat", Number = 8, Doc = "Quantisation-aware training.")]
    public bool EnableQat { get; init; }

    [SpecField("resume_model_path", Number = 9, OneOf = "load_model", Path = true, Doc = "A saved model to go on from; the epoch is the number that ends its name.")]
    public string ResumeModelPath { get; init; } = "";

    [SpecField("pretrain_model_path", Number = 10, OneOf = "load_model", Path = true, Doc = "Weights to start from, matched by layer name.")]
    public string PretrainModelPath { get; init; } = "";

    [SpecField("pruned_model_path", Number = 11, OneOf = "load_model", Path = true, Doc = "A pruned model, which brings its own graph.")]
    public string PrunedModelPath { get; init; } = "";

    [SpecField("max_queue_size", Number = 12, Ignored = "the loader bounds its memory itself.", Doc = "Batches that are prepared ahead.")]
    public uint MaxQueueSize { get; init; }

    [SpecField("n_workers", Number = 13, Volatile = true, Doc = "Threads that decode images; 0: one per core.")]
    public uint NWorkers { get; init; }

    [SpecField("use_multiprocessing", Number = 14, Ignored = "the loader uses threads, which share their memory.", Doc = "Load with processes instead of threads.")]
    public bool UseMultiprocessing { get; init; }

    [SpecField("early_stopping", Number = 15, Doc = "Stops when a loss no longer falls.")]
    public EarlyStopping? EarlyStopping { get; init; }

    [SpecField("visualizer", Number = 16, Volatile = true, Doc = "TensorBoard.")]
    public VisualizerConfig? Visualizer { get; init; }

    [SpecField("model_ema", Number = 17, Doc = "Keep an exponential moving average of the weights.")]
    public bool ModelEma { get; init; }
}
