using Tao.Data.Classification;
using Tao.Engine.Datasets;
using Tao.Engine.Stages;

namespace Tao.Engine.Quantization;

/// <summary>Finds the images that ranges are measured on: a folder that is named, else training images. Never random numbers.</summary>
internal static class CalibrationImages
{
    public static FolderDataset Find(StageContext context, int count, CancellationToken cancellation)
    {
        var images = context.HasInput("images")
            ? LooseImages.Find(context, "images", cancellation)
            : new DatasetSource(context).Get(cancellation, SplitRole.Train, SplitRole.Validation).Find(SplitRole.Train);
        return images is { Samples.IsEmpty: false } ? SampleImages.Take(images, count) : throw StageContext.Error(
            EngineCodes.NoCalibrationImages, "There are no images to calibrate on.", "Name a folder of real images, such as the training set.");
    }
}
