using System.Collections.Immutable;
using System.Globalization;
using Tao.Engine.Stages;
using Tao.Imaging;

namespace Tao.Engine.Inference;

/// <summary>Which of a detector's boxes are told, and in which colours they are drawn.</summary>
/// <param name="Threshold">The least score, of classes that have none of their own.</param>
internal sealed record DetectionDisplay(double Threshold, ImmutableDictionary<string, double> ClassThresholds, ImmutableDictionary<string, Rgb> ClassColors)
{
    private const string ThresholdOption = "threshold";
    private const string ClassThresholdOption = "class_threshold";
    private const string ClassColorOption = "class_color";

    // TAO's.
    private const double DefaultThreshold = 0.3;

    // Told apart by most people who do not see all colours (Okabe and Ito 2002), without black.
    private static readonly ImmutableArray<Rgb> _palette =
        [new(230, 159, 0), new(86, 180, 233), new(0, 158, 115), new(240, 228, 66), new(213, 94, 0), new(204, 121, 167), new(0, 114, 178)];

    /// <summary>The options that have a part in the result.</summary>
    public static ImmutableArray<string> Options { get; } = [ThresholdOption, ClassThresholdOption, ClassColorOption];

    /// <summary>Throws with everything that is wrong with the options.</summary>
    public static DetectionDisplay Read(StageContext context, ImmutableArray<string> classes)
    {
        var options = context.Options;
        double threshold = options.Double(ThresholdOption, DefaultThreshold, 0, 1);
        var thresholds = options.Map(ClassThresholdOption, classes, "a score from 0 to 1", ParseScore);
        var colors = options.Map(ClassColorOption, classes, "a colour as #ff8000", ParseColor);
        options.ThrowIfErrors();
        return new DetectionDisplay(threshold, thresholds, colors);
    }

    public bool Shows(FoundObject found) => found.Score >= ClassThresholds.GetValueOrDefault(found.ClassName, Threshold);

    public Rgb ColorOf(string className, ImmutableArray<string> classes) =>
        ClassColors.TryGetValue(className, out var color) ? color : _palette[classes.IndexOf(className) % _palette.Length];

    private static double? ParseScore(string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double value) && value is >= 0 and <= 1 ? value : null;

    private static Rgb? ParseColor(string text) =>
        text is ['#', .. { Length: 6 } digits] && int.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out int value)
            ? new Rgb((byte)(value >> 16), (byte)(value >> 8), (byte)value)
            : null;
}
