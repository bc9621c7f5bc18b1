using Tao.Data.Randomness;
using Tao.Imaging;

namespace Tao.Data.Detection;

/// <summary>
/// SSD's random placements (Liu et al. 2016, sections 2.2 and 3.6): every second picture is put on a larger canvas, and of six in seven only a
/// crop is taken that overlaps some box by at least a bound drawn from none, 0.1, 0.3, 0.5, 0.7 and 0.9.
/// </summary>
internal sealed class PlacementSampler(DetectionAugmentation settings, PixelSize target)
{
    private const double CanvasChance = 0.5;
    private const double CropChance = 6.0 / 7;
    private const int Trials = 50;

    private static readonly double[] _bounds = [0, 0.1, 0.3, 0.5, 0.7, 0.9];

    /// <param name="boxes">In pixels of the picture.</param>
    public Placement Next(PixelSize source, IReadOnlyCollection<GroundTruthBox> boxes, ref CounterRandom random)
    {
        var window = new BoundingBox(0, 0, source.Width, source.Height);
        if (random.Uniform() < CanvasChance)
            window = Canvas(source, ref random);
        if (random.Uniform() < CropChance)
            window = Crop(window, boxes, ref random);
        return Placement.Of(window, source, target, random.Uniform() < settings.Flip);
    }

    private BoundingBox Canvas(PixelSize source, ref CounterRandom random)
    {
        var factor = random.Uniform(settings.ZoomOut.Least, settings.ZoomOut.Most);
        var (x, y) = (-random.Uniform() * (factor - 1) * source.Width, -random.Uniform() * (factor - 1) * source.Height);
        return new BoundingBox((float)x, (float)y, (float)(x + (factor * source.Width)), (float)(y + (factor * source.Height)));
    }

    /// <summary>The whole canvas when no trial meets the bound.</summary>
    private BoundingBox Crop(BoundingBox canvas, IReadOnlyCollection<GroundTruthBox> boxes, ref CounterRandom random)
    {
        var bound = _bounds[random.NextInt(_bounds.Length)];
        for (var trial = 0; trial < Trials; trial++)
        {
            var width = random.Uniform(settings.CropScale.Least, settings.CropScale.Most) * canvas.Width;
            var height = random.Uniform(settings.CropScale.Least, settings.CropScale.Most) * canvas.Height;
            var (x, y) = (canvas.X1 + (random.Uniform() * (canvas.Width - width)), canvas.Y1 + (random.Uniform() * (canvas.Height - height)));
            if (width < settings.CropAspect.Least * height || width > settings.CropAspect.Most * height)
                continue;
            var crop = new BoundingBox((float)x, (float)y, (float)(x + width), (float)(y + height));
            if (bound == 0 || boxes.Any(truth => BoundingBox.Iou(truth.Box, crop) >= bound))
                return crop;
        }
        return canvas;
    }
}
