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
        ClassColors.TryGetValue(className, out var color) ? color : ClassPalette.ColorOf(classes.IndexOf(className));

    private static double? ParseScore(string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double value) && value is >= 0 and <= 1 ? value : null;

    private static Rgb? ParseColor(string text) =>
        text is ['#', .. { Length: 6 } digits] && int.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out int value)
            ? new Rgb((byte)(value >> 16), (byte)(value >> 8), (byte)value)
            : null;
}
