namespace Tao.Specs.Common.Augmentation;

/// <summary>Where images and labels lie.</summary>
[SpecMessage("DatasetConfig", Doc = "Folders below the data set's.")]
public sealed record DatasetConfig
{
    [SpecField("image_path", Number = 1, Doc = "Images.")]
    public string ImagePath { get; init; } = "images";

    [SpecField("label_path", Number = 2, Doc = "Label files.")]
    public string LabelPath { get; init; } = "labels";
}
