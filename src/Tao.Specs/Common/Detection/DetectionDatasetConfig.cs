using System.Collections.Immutable;

namespace Tao.Specs.Common.Detection;

/// <summary>The data message that ssd, dssd, retinanet and the yolo networks share.</summary>
[SpecMessage("DatasetConfig", Doc = "Images with boxes, and the classes to find.")]
public sealed record DetectionDatasetConfig : ISpecRules
{
    [SpecField("data_sources", Number = 1, Doc = "Training data.")]
    public ImmutableArray<DetectionDataSource> DataSources { get; init; } = [];

    [SpecField("target_class_mapping", Number = 2, Doc = "Class in the labels to class to train; classes not named are left out.")]
    public ImmutableSortedDictionary<string, string> TargetClassMapping { get; init; } = ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal);

    [SpecField("validation_data_sources", Number = 3, Doc = "Validation data.")]
    public ImmutableArray<DetectionDataSource> ValidationDataSources { get; init; } = [];

    [SpecField("include_difficult_in_training", Number = 4, Stages = SpecStages.Train, Doc = "Learn hidden objects (KITTI: occluded) too.")]
    public bool IncludeDifficultInTraining { get; init; }

    [SpecField("type", Number = 5, Values = ["kitti", "coco", "voc"], IgnoreCase = true, ZeroIsDefault = true, Doc = "Format of the labels. Of voc, which TAO lacks, image_directory_path is the folder with ImageSets and label_directory_path the name of a list there.")]
    public string Type { get; init; } = "kitti";

    public void Check(SpecRuleContext context)
    {
        if (TargetClassMapping.Count == 0)
            context.Error("The spec names no classes.", "Write target_class_mapping { key: \"car\" value: \"car\" } for each.", "target_class_mapping", "data_sources");
    }
}
