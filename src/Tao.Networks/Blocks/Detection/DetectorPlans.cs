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
    public static TrainingPlan Training(DetectorSpec spec, DetectorName name)
    {
        var augmentation = new TrainingAugmentation { HorizontalFlip = false, Detection = Augmentation(spec.AugmentationConfig) };
        var plan = CommonTraining.Plan(spec.TrainingConfig, "training_config", $"{name.Network}_{name.Architecture}_epoch", augmentation);
        return plan with
        {
            MovingAverage = false,
            Seed = spec.RandomSeed == 0 ? null : spec.RandomSeed,
            LogFile = $"{name.Network}_training_log_{name.Architecture}.csv",
            ValidationPeriod = (int)spec.EvalConfig.ValidationPeriodDuringTraining,
            EarlyStopping = plan.EarlyStopping is { Monitor: not "loss" } stopping ? stopping with { Monitor = "validation_loss" } : plan.EarlyStopping,
        };
    }

    public static DatasetPlan Dataset(DetectorSpec spec) => new()
    {
        Format = DatasetFormat.Boxes,
        Train = new SplitPlan("", "dataset_config.data_sources"),
        Validation = new SplitPlan("", "dataset_config.validation_data_sources"),
        Test = new SplitPlan("", null),
        Boxes = new BoxPlan
        {
            ClassMapping = spec.DatasetConfig.TargetClassMapping,
            MappingField = "dataset_config.target_class_mapping",
            Train = Sources(spec.DatasetConfig.Type, spec.DatasetConfig.DataSources),
            Validation = Sources(spec.DatasetConfig.Type, spec.DatasetConfig.ValidationDataSources),
        },
        Preprocessing = new ImagePreprocessing
        {
            Height = spec.AugmentationConfig.OutputHeight,
            Width = spec.AugmentationConfig.OutputWidth,
            Channels = spec.AugmentationConfig.OutputChannel,
            Mode = Enum.Parse<PreprocessMode>(spec.AugmentationConfig.PreprocessMode, ignoreCase: true),
            Mean = ImageMean.FromMap(spec.AugmentationConfig.ImageMean),
            Interpolation = Interpolation.Bilinear,
        },
    };

    /// <summary>Without a section of its own the training's threads load the images.</summary>
    public static EvaluationPlan Evaluation(DetectorSpec spec) =>
        new((int)spec.EvalConfig.BatchSize, TopK: 1, (int)spec.TrainingConfig.NWorkers, CenterCrop: false, ModelPath: "") { DrawsCurves = spec.EvalConfig.VisualizePrCurve };

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
