using System.Collections.Immutable;

namespace Tao.Specs.Common.Detection;

/// <summary>The augmentation message of ssd, dssd and retinanet.</summary>
[SpecMessage("AugmentationConfig", Doc = "The network's input, and how training images are changed.")]
public sealed record SsdAugmentationConfig : ISpecRules
{
    [SpecField("output_width", Number = 1, Stages = SpecStages.Train | DetectionStages.Answers, ExclusiveMin = 32, Required = true, Doc = "Width of the input in pixels.")]
    public int OutputWidth { get; init; }

    [SpecField("output_height", Number = 2, Stages = SpecStages.Train | DetectionStages.Answers, ExclusiveMin = 32, Required = true, Doc = "Height of the input in pixels.")]
    public int OutputHeight { get; init; }

    [SpecField("output_channel", Number = 3, Stages = SpecStages.Train | DetectionStages.Answers, Min = 1, Max = 3, Required = true, Doc = "3 (colour) or 1 (gray).")]
    public int OutputChannel { get; init; }

    [SpecField("random_crop_min_scale", Number = 4, Min = 0, Max = 1, ZeroIsDefault = true, Doc = "Smallest side of a crop, as a share of the picture's.")]
    public float RandomCropMinScale { get; init; } = 0.3f;

    [SpecField("random_crop_max_scale", Number = 5, Min = 0, Max = 1, ZeroIsDefault = true, Doc = "Largest side of a crop.")]
    public float RandomCropMaxScale { get; init; } = 1;

    [SpecField("random_crop_min_ar", Number = 6, Min = 0, ZeroIsDefault = true, Doc = "Smallest width over height of a crop.")]
    public float RandomCropMinAr { get; init; } = 0.5f;

    [SpecField("random_crop_max_ar", Number = 7, Min = 0, ZeroIsDefault = true, Doc = "Largest width over height of a crop.")]
    public float RandomCropMaxAr { get; init; } = 2;

    [SpecField("zoom_out_min_scale", Number = 8, Min = 1, ZeroIsDefault = true, Doc = "Smallest canvas that a picture is put on, in its sides.")]
    public float ZoomOutMinScale { get; init; } = 1;

    [SpecField("zoom_out_max_scale", Number = 9, Min = 1, ZeroIsDefault = true, Doc = "Largest canvas.")]
    public float ZoomOutMaxScale { get; init; } = 4;

    [SpecField("brightness", Number = 10, Min = 0, Max = 255, Doc = "Most that is added to all values, of 255; 0: off.")]
    public int Brightness { get; init; }

    [SpecField("contrast", Number = 11, Min = 0, ExclusiveMax = 1, Doc = "Values are multiplied by up to 1 plus or minus this; 0: off.")]
    public float Contrast { get; init; }

    [SpecField("saturation", Number = 12, Min = 0, ExclusiveMax = 1, Doc = "The saturation is multiplied by up to 1 plus or minus this; 0: off.")]
    public float Saturation { get; init; }

    [SpecField("hue", Number = 13, Min = 0, Max = 180, Doc = "Most that is added to the hue, in degrees; 0: off.")]
    public int Hue { get; init; }

    [SpecField("random_flip", Number = 14, Min = 0, ExclusiveMax = 1, Doc = "Chance of a mirror image.")]
    public float RandomFlip { get; init; }

    [SpecField("image_mean", Number = 15, Min = 0, Max = 255, Doc = "Mean to subtract: r, g, b, or l for gray images.")]
    public ImmutableSortedDictionary<string, float> ImageMean { get; init; } = ImmutableSortedDictionary.Create<string, float>(StringComparer.Ordinal);

    [SpecField("preprocess_mode", Extension = true, Values = ["caffe", "tf", "torch"], IgnoreCase = true, ZeroIsDefault = true, Doc = "How pixels become the network's input; torch for weights of PyTorch's model zoo.")]
    public string PreprocessMode { get; init; } = "caffe";

    public void Check(SpecRuleContext context)
    {
        if (OutputChannel == 2)
            context.Error("'output_channel' is 2.", "Use 3 (colour) or 1 (gray).", "output_channel");
        Ordered(context, RandomCropMinScale, RandomCropMaxScale, "random_crop_min_scale", "random_crop_max_scale");
        Ordered(context, RandomCropMinAr, RandomCropMaxAr, "random_crop_min_ar", "random_crop_max_ar");
        Ordered(context, ZoomOutMinScale, ZoomOutMaxScale, "zoom_out_min_scale", "zoom_out_max_scale");
        string[] needed = OutputChannel == 1 ? ["l"] : ["r", "g", "b"];
        if (ImageMean.Count > 0 && !ImageMean.Keys.Order(StringComparer.Ordinal).SequenceEqual(needed.Order(StringComparer.Ordinal)))
        {
            context.Error(
                $"'image_mean' has {string.Join(", ", ImageMean.Keys)}; an input of {OutputChannel} channel(s) needs {string.Join(", ", needed)}.", $"Give one entry for each of {string.Join(", ", needed)}.",
                "image_mean", "output_channel");
        }
        if (OutputChannel == 1 && (Saturation > 0 || Hue > 0))
            context.Warning("Saturation and hue have no effect on gray images.", "Remove them, or use three channels.", "saturation", "hue", "output_channel");
    }

    private static void Ordered(SpecRuleContext context, float least, float most, string first, string second)
    {
        if (least > most)
            context.Error(FormattableString.Invariant($"'{first}' is {least}, more than '{second}', {most}."), "Exchange the two.", first, second);
    }
}
