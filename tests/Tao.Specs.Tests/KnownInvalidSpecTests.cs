namespace Tao.Specs.Tests;

/// <summary>The four mistakes found in NVIDIA's published specs, each in a message cut down to what shows it; TAO's own reader refuses them too.</summary>
public sealed class KnownInvalidSpecTests
{
    [SpecMessage("CalibratorConfig")]
    private sealed record Calibrator
    {
        [SpecField("calibration_cache")]
        public string Cache { get; init; } = "";
    }

    [SpecMessage("InferencerConfig")]
    private sealed record Inferencer
    {
        [SpecField("batch_size")]
        public uint BatchSize { get; init; }

        [SpecField("calibrator_config")]
        public Calibrator? CalibratorConfig { get; init; }
    }

    [SpecMessage("EvaluationConfig")]
    private sealed record FasterRcnnEvaluation
    {
        [SpecField("labels_dump_dir")]
        public string LabelsDumpDir { get; init; } = "";
    }

    [SpecMessage("AugmentationConfig")]
    private sealed record RetinaNetAugmentation
    {
        [SpecField("output_width")]
        public uint OutputWidth { get; init; }

        [SpecField("random_crop_min_scale")]
        public float RandomCropMinScale { get; init; }
    }

    [SpecMessage("TrainingConfig")]
    private sealed record UnetTraining
    {
        [SpecField("log_summary_steps")]
        public uint LogSummarySteps { get; init; }

        [SpecField("epochs")]
        public uint Epochs { get; init; }
    }

    private static IReadOnlyList<string> Problems<T>(string text)
        where T : notnull, new()
    {
        var bag = new DiagnosticBag();
        SpecBinder.Bind<T>(SpecReader.Parse(text, "spec.txt", SpecFormat.ProtobufText, bag), bag);
        return [.. bag.Items.Select(item => item.ToString())];
    }

    [Fact]
    public void Detectnet_v2_puts_batch_size_into_the_calibrator() =>
        Assert.Equal(
            ["spec.txt(3,3): error TAO1020: CalibratorConfig has no field 'batch_size'. It belongs to 'batch_size': move it there, or add the closing brace that is missing above it."],
            Problems<Inferencer>("calibrator_config {\n  calibration_cache: \"cal.bin\"\n  batch_size: 8\n}"));

    [Fact]
    public void Faster_rcnn_misspells_labels_dump_dir() =>
        Assert.Equal(
            ["spec.txt(1,1): error TAO1020: EvaluationConfig has no field 'labels_dump_ir'. Did you mean 'labels_dump_dir'?"],
            Problems<FasterRcnnEvaluation>("labels_dump_ir: \"/tmp/labels\""));

    [Fact]
    public void Retinanet_carries_detectnets_augmentation() =>
        Assert.Equal(
            [
                "spec.txt(1,1): error TAO1020: AugmentationConfig has no field 'preprocessing'. AugmentationConfig has: output_width, random_crop_min_scale.",
                "spec.txt(2,1): error TAO1020: AugmentationConfig has no field 'spatial_augmentation'. AugmentationConfig has: output_width, random_crop_min_scale.",
                "spec.txt(3,1): error TAO1020: AugmentationConfig has no field 'color_augmentation'. AugmentationConfig has: output_width, random_crop_min_scale.",
            ],
            Problems<RetinaNetAugmentation>("preprocessing { output_image_width: 1248 }\nspatial_augmentation { hflip_probability: 0.5 }\ncolor_augmentation { hue_rotation_max: 25.0 }"));

    [Fact]
    public void Unet_has_no_log_every() =>
        Assert.Equal(
            ["spec.txt(2,1): error TAO1020: TrainingConfig has no field 'log_every'. TrainingConfig has: epochs, log_summary_steps."],
            Problems<UnetTraining>("epochs: 3\nlog_every: 10"));
}
