namespace Tao.Specs.Common;

[SpecMessage("VisualizerConfig", Doc = "What training records for people to look at; never part of a result.")]
public sealed record VisualizerConfig
{
    [SpecField("enabled", Number = 1, Doc = "Write TensorBoard events.")]
    public bool Enabled { get; init; }

    [SpecField("num_images", Number = 2, Doc = "Images per TensorBoard record; 0 means 3.", ZeroIsDefault = true)]
    public uint NumImages { get; init; } = 3;

    [SpecField("weight_histograms", Number = 3, Doc = "Record histograms of the weights.")]
    public bool WeightHistograms { get; init; }

    [SpecField("wandb_config", Number = 4, Ignored = "training here reports to no network service.", Doc = "Weights & Biases.")]
    public WandBConfig? WandbConfig { get; init; }

    [SpecField("clearml_config", Number = 5, Ignored = "training here reports to no network service.", Doc = "ClearML.")]
    public ClearMLConfig? ClearmlConfig { get; init; }
}
