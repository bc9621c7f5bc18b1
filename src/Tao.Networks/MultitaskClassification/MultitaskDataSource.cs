using Tao.Specs;

namespace Tao.Networks.MultitaskClassification;

[SpecMessage("DataSource", Doc = "A CSV file for each split: image name, then one column for each task.")]
public sealed record MultitaskDataSource
{
    [SpecField("train_csv_path", Number = 1, Path = true, Doc = "Labels of the training images.")]
    public string TrainCsvPath { get; init; } = "";

    [SpecField("image_directory_path", Number = 2, Path = true, Required = true, Doc = "The folder that the image names are relative to.")]
    public string ImageDirectoryPath { get; init; } = "";

    [SpecField("val_csv_path", Number = 3, Path = true, Doc = "Labels of the validation images, with the same tasks.")]
    public string ValCsvPath { get; init; } = "";
}
