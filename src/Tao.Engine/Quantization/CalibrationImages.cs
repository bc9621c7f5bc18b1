using Tao.Data.Classification;
using Tao.Engine.Datasets;
using Tao.Engine.Stages;

namespace Tao.Engine.Quantization;

/// <summary>Finds the images that ranges are measured on: a folder that is named, else training images. Never random numbers.</summary>
internal static class CalibrationImages
{
    public static ImageDataset Find(StageContext context, int count, CancellationToken cancellation)
    {
        var images = context.HasInput("images")
            ? LooseImages.Find(context, "images", cancellation)
            : new DatasetSource(context).Get(cancellation, SplitRole.Train, SplitRole.Validation).Find(SplitRole.Train);
        return images is { Samples.IsEmpty: false } ? SampleImages.Take(images, count) : throw StageContext.Error(
            EngineCodes.NoCalibrationImages, "There are no images to calibrate on.", "Name a folder of real images, such as the training set.");
    }

    /// <summary>The images that a metric budget is measured on: the evaluation set, which calibration has not seen.</summary>
    public static ImageDataset Evaluation(StageContext context, CancellationToken cancellation) =>
        context.HasInput("dataset") || context.Request.Spec.Length > 0 ? new DatasetSource(context).Evaluation(cancellation) : throw StageContext.Error(
            EngineCodes.BadRequest, "A metric budget needs labelled images to measure the metric on.", "Name a spec with an evaluation set (-e on the command line), or leave metric_budget out.");
}
