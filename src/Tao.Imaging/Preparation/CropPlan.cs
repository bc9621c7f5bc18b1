namespace Tao.Imaging.Preparation;

/// <summary>A resize followed by a cut: the size to resize to and the part to keep.</summary>
public readonly record struct CropPlan(PixelSize Full, PixelRectangle Window)
{
    private const int CenterPadding = 32;

    /// <summary>The whole picture, its aspect ratio not kept.</summary>
    public static CropPlan Plain(PixelSize target) => new(target, new PixelRectangle(0, 0, target.Width, target.Height));

    /// <summary>Resizes so that target + 32 is covered and cuts out the centre; halves are rounded to even as Python does.</summary>
    public static CropPlan Center(PixelSize source, PixelSize target)
    {
        if (source == target)
            return Plain(target);
        var full = Cover(source, target, target.Width + CenterPadding, target.Height + CenterPadding);
        var left = (int)Math.Round(full.Width / 2.0) - (int)Math.Round(target.Width / 2.0);
        var top = (int)Math.Round(full.Height / 2.0) - (int)Math.Round(target.Height / 2.0);
        return new CropPlan(full, new PixelRectangle(left, top, target.Width, target.Height));
    }

    /// <summary>
    /// The least size a picture may be decoded at, so that no plan enlarges it more than the full-size picture would be. It does not depend on
    /// chance: a picture from the cache equals one decoded anew.
    /// </summary>
    /// <param name="smallestShare">The smallest share of the picture that a crop covers, where there are crops.</param>
    public static PixelSize DecodeSize(PixelSize source, PixelSize target, double? smallestShare, bool centerCrop)
    {
        if (smallestShare is { } share)
            return Cover(source, target, target.Width / share, target.Height / share);
        return centerCrop ? Cover(source, target, target.Width + CenterPadding, target.Height + CenterPadding) : target;
    }

    /// <summary>
    /// The source's size when it is resized, keeping its aspect ratio, so that width × height is covered. Sides are cut to whole numbers as in TAO,
    /// but never below the target: 223.99... must not become a crop larger than the picture.
    /// </summary>
    public static PixelSize Cover(PixelSize source, PixelSize target, double width, double height)
    {
        var ratio = Math.Max(width / source.Width, height / source.Height);
        return new PixelSize(Math.Max(target.Width, (int)(source.Width * ratio)), Math.Max(target.Height, (int)(source.Height * ratio)));
    }
}
