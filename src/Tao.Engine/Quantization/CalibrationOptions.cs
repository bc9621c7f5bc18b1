using System.Collections.Immutable;
using Tao.Engine.Stages;
using Tao.Onnx.Calibration;

namespace Tao.Engine.Quantization;

/// <summary>How ranges are chosen and what is done against rounding errors, from the request's options.</summary>
/// <param name="Images">Number of calibration images; fewer when the data has fewer.</param>
/// <param name="TensorRt">The version whose header the calibration cache bears.</param>
internal sealed record CalibrationOptions(CalibrationAlgorithm Algorithm, double Percentile, int Images, TensorRtVersion TensorRt)
{
    public static readonly string[] Names =
    [
        "calibration_algorithm", "calibration_percentile", "calibration_images", "batches", "batch_size", "tensorrt_version",
        "bias_correction", "float_layers", MetricBudgetName,
    ];

    private const string MetricBudgetName = "metric_budget";

    /// <summary>Of 200 images on, more change nothing measurable.</summary>
    private const int DefaultImages = 200;

    /// <summary>Whether mean output errors are taken out of the biases; see <see cref="Quantization.BiasCorrection"/>.</summary>
    public bool BiasCorrection { get; init; }

    /// <summary>Layers that stay in float whatever is measured, in order of name.</summary>
    public ImmutableSortedSet<string> FloatLayers { get; init; } = [];

    /// <summary>How much of the float model's metric the 8-bit one may lose (0.015: 1.5 points of accuracy); null for any loss.</summary>
    public double? MetricBudget { get; init; }

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
            Version(context))
        {
            BiasCorrection = context.Flag("bias_correction"),
            FloatLayers = options.List("float_layers").ToImmutableSortedSet(StringComparer.Ordinal),
            MetricBudget = context.Option(MetricBudgetName, "").Length > 0 ? options.Double(MetricBudgetName, 0, 0, 1) : null,
        };
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
