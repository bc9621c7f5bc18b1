using Tao.Specs.Common.Detection;

namespace Tao.Specs.Tests.Common.Detection;

/// <summary>The messages that detectors share.</summary>
public sealed class DetectionMessagesTests
{
    private const string Augmentation = """
        output_width: 300 output_height: 300 output_channel: 3
        random_crop_min_scale: 0.3 random_crop_max_scale: 1.0 random_crop_min_ar: 0.5 random_crop_max_ar: 2.0
        zoom_out_min_scale: 1.0 zoom_out_max_scale: 4.0
        brightness: 32 contrast: 0.5 saturation: 0.5 hue: 18 random_flip: 0.5
        image_mean { key: "b" value: 103.9 } image_mean { key: "g" value: 116.8 } image_mean { key: "r" value: 123.7 }
        """;

    private const string Dataset = """
        data_sources { label_directory_path: "train/labels" image_directory_path: "train/images" }
        data_sources { label_directory_path: "more/labels" image_directory_path: "more/images" }
        validation_data_sources { label_directory_path: "val/labels" image_directory_path: "val/images" }
        target_class_mapping { key: "car" value: "car" }
        include_difficult_in_training: true
        """;

    private const string Nms = "confidence_threshold: 0.01 clustering_iou_threshold: 0.6 top_k: 200";

    private const string Eval = "validation_period_during_training: 10 average_precision_mode: SAMPLE batch_size: 16 matching_iou_threshold: 0.5";

    [Fact]
    public void Messages_in_TAOs_own_style_mean_what_they_say()
    {
        var augmentation = Bind<SsdAugmentationConfig>(Augmentation, out var first);
        var dataset = Bind<DetectionDatasetConfig>(Dataset, out var second);
        var nms = Bind<NmsConfig>(Nms, out var third);
        var eval = Bind<DetectionEvalConfig>(Eval, out var fourth);

        Assert.Empty(new[] { first, second, third, fourth }.SelectMany(bag => bag.Items));
        Assert.Equal((300, 32, 0.5f, 18, 0.5f), (augmentation.OutputWidth, augmentation.Brightness, augmentation.Contrast, augmentation.Hue, augmentation.RandomFlip));
        Assert.Equal((2, "more/images", "kitti", true), (dataset.DataSources.Length, dataset.DataSources[1].ImageDirectoryPath, dataset.Type, dataset.IncludeDifficultInTraining));
        Assert.Equal((0.01f, 0.6f, 200u), (nms.ConfidenceThreshold, nms.ClusteringIouThreshold, nms.TopK));
        Assert.Equal((10u, ApMode.Sample, 16u, 0.5f), (eval.ValidationPeriodDuringTraining, eval.AveragePrecisionMode, eval.BatchSize, eval.MatchingIouThreshold));
    }

    /// <summary>In proto3 a 0 is an absent field, and TAO's readers take it for these.</summary>
    [Fact]
    public void Zeros_are_TAOs_defaults()
    {
        var augmentation = Bind<SsdAugmentationConfig>(
            "output_width: 300 output_height: 300 output_channel: 3 random_crop_min_scale: 0 random_crop_max_scale: 0 random_crop_min_ar: 0 random_crop_max_ar: 0 zoom_out_min_scale: 0 zoom_out_max_scale: 0", out var bag);
        var eval = Bind<DetectionEvalConfig>("batch_size: 1 validation_period_during_training: 0 matching_iou_threshold: 0", out var other);

        Assert.Empty(bag.Items.Concat(other.Items));
        Assert.Equal((0.3f, 1f, 0.5f, 2f), (augmentation.RandomCropMinScale, augmentation.RandomCropMaxScale, augmentation.RandomCropMinAr, augmentation.RandomCropMaxAr));
        Assert.Equal((1f, 4f), (augmentation.ZoomOutMinScale, augmentation.ZoomOutMaxScale));
        Assert.Equal((10u, 0.5f), (eval.ValidationPeriodDuringTraining, eval.MatchingIouThreshold));
    }

    [Theory]
    [InlineData("output_channel: 3", "output_channel: 2", "'output_channel' is 2")]
    [InlineData("output_width: 300", "output_width: 32", "output_width")]
    [InlineData("random_crop_min_ar: 0.5", "random_crop_min_ar: 3", "'random_crop_min_ar' is 3, more than")]
    [InlineData("zoom_out_min_scale: 1.0", "zoom_out_min_scale: 5", "'zoom_out_min_scale' is 5, more than")]
    [InlineData("image_mean { key: \"b\" value: 103.9 }", "", "needs r, g, b")]
    [InlineData("contrast: 0.5", "contrast: 1", "contrast")]
    public void A_mistake_in_the_augmentation_is_an_error(string from, string to, string message) =>
        AssertError<SsdAugmentationConfig>(Augmentation.Replace(from, to, StringComparison.Ordinal), message);

    [Theory]
    [InlineData("target_class_mapping { key: \"car\" value: \"car\" }", "", "names no classes")]
    [InlineData("data_sources { label_directory_path: \"more/labels\"", "data_sources {", "not both folders")]
    [InlineData("include_difficult_in_training: true", "type: \"yolo\"", "yolo")]
    public void A_mistake_in_the_data_is_an_error(string from, string to, string message) =>
        AssertError<DetectionDatasetConfig>(Dataset.Replace(from, to, StringComparison.Ordinal), message);

    [Theory]
    [InlineData("top_k: 200", "", "top_k")]
    [InlineData("confidence_threshold: 0.01", "confidence_threshold: 1", "confidence_threshold")]
    [InlineData("clustering_iou_threshold: 0.6", "clustering_iou_threshold: 0", "clustering_iou_threshold")]
    public void A_mistake_in_the_suppression_is_an_error(string from, string to, string message) =>
        AssertError<NmsConfig>(Nms.Replace(from, to, StringComparison.Ordinal), message);

    private static void AssertError<T>(string text, string message)
        where T : class, new()
    {
        Bind<T>(text, out var bag);
        var error = Assert.Single(bag.Items);
        Assert.Equal(DiagnosticSeverity.Error, error.Severity);
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
        Assert.NotNull(error.Remedy);
    }

    private static T Bind<T>(string text, out DiagnosticBag bag)
        where T : class, new()
    {
        bag = new DiagnosticBag();
        return SpecBinder.Bind<T>(SpecReader.Parse(text, "spec.txt", SpecFormat.ProtobufText, bag), bag, SpecStages.Train).Value;
    }
}
