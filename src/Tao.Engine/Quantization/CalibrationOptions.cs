using Tao.Engine.Stages;
using Tao.Onnx.Calibration;

namespace Tao.Engine.Quantization;

/// <summary>How ranges are chosen, from the request's options.</summary>
/// <param name="Images">Number of calibration images; fewer when the data has fewer.</param>
/// <param name="TensorRt">The version whose header the calibration cache bears.</param>
internal sealed record CalibrationOptions(CalibrationAlgorithm Algorithm, double Percentile, int Images, TensorRtVersion TensorRt)
{
    public static readonly string[] Names =
        ["calibration_algorithm", "calibration_percentile", "calibration_images", "batches", "batch_size", "tensorrt_version"];

    /// <summary>Of 200 images on, more change nothing measurable.</summary>
    private const int DefaultImages = 200;

    public ICalibrator CreateCalibrator() => Algorithm switch
    {
        CalibrationAlgorithm.MinMax => new MinMaxCalibrator(),
        CalibrationAlgorithm.Percentile => new PercentileCalibrator(Percentile),
        _ => new EntropyCalibrator(),
    };

    public static CalibrationOptions Read(StageContext context)
    {
        var options = context.Options;
        // TAO counts images in batches.
        int batches = options.Int("batches", 0, 1), batchSize = options.Int("batch_size", 1, 1);
        var read = new CalibrationOptions(
            options.Name("calibration_algorithm", CalibrationAlgorithm.Entropy),
            options.Double("calibration_percentile", 99.99, 50, 100),
            options.Int("calibration_images", batches > 0 ? batches * batchSize : DefaultImages, 1),
            Version(context));
        options.ThrowIfErrors();
        return read;
    }

    private static TensorRtVersion Version(StageContext context)
    {
        string text = context.Option("tensorrt_version", "8.6.1");
        try
        {
            return TensorRtVersion.Parse(text);
        }
        catch (Onnx.OnnxException exception)
        {
            throw StageContext.Error(EngineCodes.BadOption, exception.Message, "Give a version such as 8.6.1.");
        }
    }
}
