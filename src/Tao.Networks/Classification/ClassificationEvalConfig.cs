using Tao.Specs;

namespace Tao.Networks.Classification;

[SpecMessage("EvalConfig", Doc = "Evaluation on a test set.")]
public sealed record ClassificationEvalConfig
{
    [SpecField("top_k", Number = 1, ZeroIsDefault = true, Doc = "A sample counts as right when its class is among the k most probable.")]
    public uint TopK { get; init; } = 1;

    [SpecField("eval_dataset_path", Number = 2, Path = true, Doc = "Test set: a folder of images per class.")]
    public string EvalDatasetPath { get; init; } = "";

    [SpecField("model_path", Number = 3, Path = true, Doc = "The model to evaluate; a build evaluates the model that it made.")]
    public string ModelPath { get; init; } = "";

    [SpecField("batch_size", Number = 4, Required = true, Min = 1, Doc = "Images per step.")]
    public uint BatchSize { get; init; }

    [SpecField("n_workers", Number = 5, Volatile = true, Doc = "Threads that decode images; 0: one per core.")]
    public uint NWorkers { get; init; }

    [SpecField("enable_center_crop", Number = 6, Doc = "Resize to 32 pixels more than the input, keeping the aspect, and cut out the centre.")]
    public bool EnableCenterCrop { get; init; }
}
