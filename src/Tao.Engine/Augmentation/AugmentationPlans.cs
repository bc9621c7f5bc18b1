using Tao.Data.Augmentation;
using Tao.Specs.Common.Augmentation;

namespace Tao.Engine.Augmentation;

/// <summary>Says as maps what a spec says in words.</summary>
internal static class AugmentationPlans
{
    public static AugmentationPlan From(AugmentationConfig spec) => new(spec.OutputImageWidth, spec.OutputImageHeight, spec.OutputImageChannel)
    {
        Spatial = spec.SpatialConfig is { } spatial ? Spatial(spatial, spec.OutputImageWidth, spec.OutputImageHeight) : AffineMap.Identity,
        Color = spec.ColorConfig is { } color ? Color(color) : null,
        Blur = spec.BlurConfig is { } blur ? Blur(blur) : null,
        Share = (spec.PartitionConfig?.DatasetPercentage ?? 100) / 100,
        AtRandom = spec.PartitionConfig is { PartitionMode: AugmentationPartition.Random },
    };

    /// <summary>TAO's order; the product leads from the output to the input.</summary>
    private static AffineMap Spatial(SpatialConfig spec, double width, double height)
    {
        var map = AffineMap.Identity;
        if (spec.FlipConfig is { } flip)
            map *= AffineMap.Flip(flip.FlipHorizontal, flip.FlipVertical, width, height);
        if (spec.RotationConfig is { } rotation)
            map *= AffineMap.Rotation(rotation.Units == "radians" ? rotation.Angle : rotation.Angle * Math.PI / 180, width, height);
        if (spec.TranslationConfig is { } translation)
            map *= AffineMap.Translation(translation.TranslateX, translation.TranslateY);
        if (spec.ShearConfig is { } shear)
            map *= AffineMap.Shear(shear.ShearRatioX, shear.ShearRatioY, width, height);
        return map;
    }

    private static ColorMap Color(ColorConfig spec)
    {
        var map = ColorMap.Identity;
        if (spec.HueSaturationConfig is { } hue)
            map *= ColorMap.HueSaturation(hue.HueRotationAngle, hue.SaturationShift);
        if (spec.ContrastConfig is { } contrast)
            map *= ColorMap.Contrast(contrast.Contrast, contrast.Center);
        if (spec.BrightnessConfig is { } brightness)
            map *= ColorMap.Brightness(brightness.Offset);
        return map;
    }

    private static (int Radius, double Deviation)? Blur(BlurConfig spec)
    {
        int radius = (int)Math.Round(spec.Size);
        if (radius == 0)
            return null;
        return (radius, spec.Std > 0 ? spec.Std : AugmentationPlan.DefaultDeviation(radius));
    }
}
