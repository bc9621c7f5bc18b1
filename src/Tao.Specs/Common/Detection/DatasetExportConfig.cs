using System.Collections.Immutable;

namespace Tao.Specs.Common.Detection;

/// <summary>The whole spec of <c>dataset_convert</c> of every detector.</summary>
[SpecMessage("DatasetExportConfig", Doc = "What to write as TFRecords.")]
public sealed record DatasetExportConfig : ISpecRules
{
    [SpecField("coco_config", Number = 1, OneOf = "convert_config_type", Doc = "Data in COCO's format.")]
    public CocoExportConfig? CocoConfig { get; init; }

    [SpecField("kitti_config", Number = 2, OneOf = "convert_config_type", Doc = "Data in KITTI's format.")]
    public KittiExportConfig? KittiConfig { get; init; }

    [SpecField("sample_modifier_config", Number = 5, Doc = "Leaves training images out, or repeats them.")]
    public SampleModifierConfig? SampleModifierConfig { get; init; }

    [SpecField("image_directory_path", Number = 6, Path = true, Doc = "The folder that the records' frame names are relative to; the data's root by default.")]
    public string ImageDirectoryPath { get; init; } = "";

    [SpecField("target_class_mapping", Number = 7, Doc = "Class in the labels to class to train; ssd, dssd and retinanet need it, or a file of class names.")]
    public ImmutableSortedDictionary<string, string> TargetClassMapping { get; init; } = ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal);

    public void Check(SpecRuleContext context)
    {
        if (KittiConfig is null && CocoConfig is null)
            context.Error("The spec names no data.", "Write kitti_config { ... } or coco_config { ... }.", "kitti_config", "coco_config");
    }
}
