using System.Collections.Immutable;
using Tao.Data.Classification;
using Tao.Data.Detection;
using Tao.Imaging;
using Tao.Objectives.Detection;
using Tao.Specs.Common.Detection;

namespace Tao.Networks.Blocks.Detection;

/// <summary>Says in the engine's terms what the detectors' shared messages say.</summary>
internal static class DetectorPlans
{
    public static TrainingPlan Training(DetectorSections spec)
    {
        var augmentation = new TrainingAugmentation { HorizontalFlip = false, Detection = Augmentation(spec.Augmentation) };
        var plan = CommonTraining.Plan(spec.Training, "training_config", $"{spec.Network}_{spec.Architecture}_epoch", augmentation);
        return plan with
        {
            MovingAverage = false,
            Seed = spec.Seed == 0 ? null : spec.Seed,
            LogFile = $"{spec.Network}_training_log_{spec.Architecture}.csv",
            ValidationPeriod = (int)spec.Evaluation.ValidationPeriodDuringTraining,
            EarlyStopping = plan.EarlyStopping is { Monitor: not "loss" } stopping ? stopping with { Monitor = "validation_loss" } : plan.EarlyStopping,
        };
    }

    public static DatasetPlan Dataset(DetectorSections spec) => new()
    {
        Format = DatasetFormat.Boxes,
        Train = new SplitPlan("", "dataset_config.data_sources"),
        Validation = new SplitPlan("", "dataset_config.validation_data_sources"),
        Test = new SplitPlan("", null),
        Boxes = new BoxPlan
        {
            ClassMapping = spec.Dataset.TargetClassMapping,
            MappingField = "dataset_config.target_class_mapping",
            Train = Sources(spec.Dataset.Type, spec.Dataset.DataSources),
            Validation = Sources(spec.Dataset.Type, spec.Dataset.ValidationDataSources),
        },
        Preprocessing = new ImagePreprocessing
        {
            Height = spec.Augmentation.OutputHeight,
            Width = spec.Augmentation.OutputWidth,
            Channels = spec.Augmentation.OutputChannel,
            Mode = Enum.Parse<PreprocessMode>(spec.Augmentation.PreprocessMode, ignoreCase: true),
            Mean = ImageMean.FromMap(spec.Augmentation.ImageMean),
            Interpolation = Interpolation.Bilinear,
        },
    };

    /// <summary>Without a section of its own the training's threads load the images.</summary>
    public static EvaluationPlan Evaluation(DetectorSections spec) =>
        new((int)spec.Evaluation.BatchSize, TopK: 1, (int)spec.Training.NWorkers, CenterCrop: false, ModelPath: "") { DrawsCurves = spec.Evaluation.VisualizePrCurve };

    public static AveragePrecisionMode Mode(DetectionEvalConfig config) =>
        config.AveragePrecisionMode == ApMode.Integrate ? AveragePrecisionMode.Integrate : AveragePrecisionMode.Sample;

    public static NonMaximumSuppression Suppression(NmsConfig config) => new(config.ConfidenceThreshold, config.ClusteringIouThreshold, (int)config.TopK);

    private static DetectionAugmentation Augmentation(SsdAugmentationConfig config) => new()
    {
        CropScale = (config.RandomCropMinScale, config.RandomCropMaxScale),
        CropAspect = (config.RandomCropMinAr, config.RandomCropMaxAr),
        ZoomOut = (config.ZoomOutMinScale, config.ZoomOutMaxScale),
        Flip = config.RandomFlip,
        Color = new ColorJitter(config.Brightness, config.Contrast, config.Saturation, config.Hue),
    };

    private static ImmutableArray<BoxSource> Sources(string type, ImmutableArray<DetectionDataSource> sources) => [.. sources.Select(source =>
        source.TfrecordsPath.Length > 0
            ? new BoxSource(BoxFormat.Records, "", source.TfrecordsPath)
            : new BoxSource(FormatOf(type), source.ImageDirectoryPath, source.LabelDirectoryPath))];

    private static BoxFormat FormatOf(string type) => type switch
    {
        "coco" => BoxFormat.Coco,
        "voc" => BoxFormat.PascalVoc,
        _ => BoxFormat.Kitti,
    };
}
