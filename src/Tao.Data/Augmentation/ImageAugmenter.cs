using System.Collections.Immutable;
using Tao.Data.Detection;
using Tao.Imaging;

namespace Tao.Data.Augmentation;

/// <summary>Applies a plan to one image and its boxes.</summary>
internal sealed class ImageAugmenter
{
    // Less is no object that a detector could find.
    private const float SmallestSide = 1;

    private readonly AugmentationPlan _plan;
    private readonly AffineMap _inverse;
    private readonly double[] _warp;
    private readonly double[]? _colors;

    /// <exception cref="ArgumentException">The plan's map cannot be inverted.</exception>
    public ImageAugmenter(AugmentationPlan plan)
    {
        _plan = plan;
        _inverse = plan.Spatial.Inverse ?? throw new ArgumentException("The map lays the image onto a line.", nameof(plan));
        _warp = PixelMap(plan.Spatial);
        _colors = plan.Color is { } color ? Rows(color, plan.Channels) : null;
    }

    /// <summary>The image at the output's size, changed or not.</summary>
    public Image Apply(Image source, bool chosen)
    {
        var image = source.Width == _plan.Width && source.Height == _plan.Height ? source : ImageOps.Resize(source, _plan.Width, _plan.Height, Interpolation.Bilinear);
        if (!chosen)
            return image;
        if (_plan.Spatial != AffineMap.Identity)
            image = ImageOps.Warp(image, _plan.Width, _plan.Height, _warp);
        if (_colors is not null)
            ImageOps.TransformColors(image, _colors);
        if (_plan.Blur is { } blur)
            ImageOps.Blur(image, blur.Radius, blur.Deviation);
        return image;
    }

    /// <summary>The objects as they lie on the output: a box is what encloses the places of its corners. What has left the picture is left out.</summary>
    public ImmutableArray<LabeledObject> Apply(IEnumerable<LabeledObject> objects, PixelSize source, bool chosen)
    {
        double x = (double)_plan.Width / source.Width, y = (double)_plan.Height / source.Height;
        return [.. objects
            .Select(labeled => labeled with { Box = Moved(labeled.Box.Scaled(x, y), chosen).ClippedTo(_plan.Width, _plan.Height) })
            .Where(labeled => labeled.Box is { Width: >= SmallestSide, Height: >= SmallestSide })];
    }

    private BoundingBox Moved(BoundingBox box, bool chosen)
    {
        if (!chosen || _plan.Spatial == AffineMap.Identity)
            return box;
        (double X, double Y)[] corners = [_inverse.Apply(box.X1, box.Y1), _inverse.Apply(box.X2, box.Y1), _inverse.Apply(box.X2, box.Y2), _inverse.Apply(box.X1, box.Y2)];
        return new BoundingBox(
            (float)corners.Min(corner => corner.X), (float)corners.Min(corner => corner.Y), (float)corners.Max(corner => corner.X), (float)corners.Max(corner => corner.Y));
    }

    /// <summary>Counted from the first pixel's centre, which lies half a pixel from the corner, and as two rows for column vectors.</summary>
    private static double[] PixelMap(AffineMap map)
    {
        var centred = AffineMap.Translation(0.5, 0.5) * map * AffineMap.Translation(-0.5, -0.5);
        return [centred.Xx, centred.Yx, centred.Dx, centred.Xy, centred.Yy, centred.Dy];
    }

    private static double[] Rows(ColorMap color, int channels)
    {
        var m = color.Matrix;
        // A gray value stands for three equal ones, which every map of colours here leaves equal.
        return channels == 1
            ? [m[0, 0] + m[1, 0] + m[2, 0], m[3, 0]]
            : [.. Enumerable.Range(0, 3).SelectMany(to => Enumerable.Range(0, 4).Select(from => m[from, to]))];
    }
}
