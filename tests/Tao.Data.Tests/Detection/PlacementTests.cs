using System.Collections.Immutable;
using Tao.Data.Detection;
using Tao.Data.Randomness;
using Tao.Imaging;

namespace Tao.Data.Tests.Detection;

public sealed class PlacementTests
{
    private static readonly PixelSize _source = new(160, 120);
    private static readonly PixelSize _target = new(96, 64);
    private static readonly DetectionAugmentation _settings = new() { Flip = 0.5 };

    [Fact]
    public void A_window_of_the_picture_fills_the_input()
    {
        // The right lower quarter of the picture; a box in its middle, and one that begins before it.
        var placement = Placement.Of(new BoundingBox(80, 60, 160, 120), _source, _target, mirrored: false);

        var boxes = placement.Map([new(3, new BoundingBox(100, 75, 140, 105)), new(4, new BoundingBox(60, 50, 120, 90), Difficult: true)], _source, _target);

        Assert.Equal([new(3, new BoundingBox(0.25f, 0.25f, 0.75f, 0.75f)), new(4, new BoundingBox(0, 0, 0.5f, 0.5f), Difficult: true)], boxes);
    }

    [Fact]
    public void A_mirrored_window_has_its_boxes_on_the_other_side()
    {
        var placement = Placement.Of(new BoundingBox(0, 0, 160, 120), _source, _target, mirrored: true);

        Assert.Equal(new BoundingBox(0.75f, 0, 1, 0.5f), placement.Map([new(0, new BoundingBox(0, 0, 40, 60))], _source, _target).Single().Box);
    }

    [Fact]
    public void A_box_whose_centre_is_outside_is_dropped()
    {
        var placement = Placement.Of(new BoundingBox(80, 0, 160, 120), _source, _target, mirrored: false);

        Assert.Empty(placement.Map([new(0, new BoundingBox(60, 0, 99, 50))], _source, _target));
        Assert.Single(placement.Map([new(0, new BoundingBox(60, 0, 101, 50))], _source, _target));
    }

    /// <summary>A red rectangle on black is drawn wherever chance places it, and found again where its box says it is, to a pixel.</summary>
    [Fact]
    public void Boxes_go_where_their_pixels_go()
    {
        var truth = new GroundTruthBox(0, new BoundingBox(50, 30, 110, 80));
        var (picture, part, drawn) = (Picture(truth.Box), new ImageBuffer(), new ImageBuffer());
        var sampler = new PlacementSampler(_settings, _target);
        int seen = 0, cut = 0, margins = 0;
        for (int i = 0; i < 300; i++)
        {
            var random = new CounterRandom(7, RandomPurpose.Augmentation, 0, i);
            var placement = sampler.Next(_source, [truth], ref random);
            placement.Draw(picture, _target, Interpolation.Bilinear, [0, 0, 9], part, drawn);
            margins += placement.Left < 0 ? 1 : 0;
            if (placement.Map([truth], _source, _target) is not [var box])
                continue;
            seen++;
            var found = RedOf(drawn, placement.Mirrored);
            cut += box.Box.X1 == 0 || box.Box.X2 == 1 ? 1 : 0;
            Assert.Equal(box.Box.X1 * _target.Width, found.X1, 1.01f);
            Assert.Equal(box.Box.Y1 * _target.Height, found.Y1, 1.01f);
            Assert.Equal(box.Box.X2 * _target.Width, found.X2, 1.01f);
            Assert.Equal(box.Box.Y2 * _target.Height, found.Y2, 1.01f);
        }
        // Each of the cases is there often enough to have been tested.
        Assert.True(seen > 200 && cut > 40 && margins > 40, $"{seen} {cut} {margins}");
    }

    [Fact]
    public void Outside_the_picture_is_the_margin()
    {
        var drawn = new ImageBuffer();
        var placement = Placement.Of(new BoundingBox(-160, -120, 160, 120), _source, _target, mirrored: false);

        placement.Draw(Picture(new BoundingBox(0, 0, 160, 120)), _target, Interpolation.Bilinear, [1, 2, 3], new ImageBuffer(), drawn);

        Assert.Equal([1, 2, 3], Pixel(drawn, 0, 0));
        Assert.Equal([1, 2, 3], Pixel(drawn, 47, 63));
        Assert.Equal([255, 0, 0], Pixel(drawn, 48, 32));
        Assert.Equal([255, 0, 0], Pixel(drawn, 95, 63));
    }

    /// <summary>Without an overlap bound any crop is allowed; with one, some box is overlapped by that much, or the crop is the whole canvas.</summary>
    [Fact]
    public void Crops_have_the_settings_shapes()
    {
        var sampler = new PlacementSampler(_settings with { ZoomOut = (1, 1) }, _target);
        int whole = 0;
        for (int i = 0; i < 500; i++)
        {
            var random = new CounterRandom(1, RandomPurpose.Augmentation, 0, i);
            var placement = sampler.Next(_source, [new(0, new BoundingBox(20, 20, 90, 90))], ref random);
            // The window's sides follow from the scale.
            double width = (double)_source.Width * _target.Width / placement.Full.Width, height = (double)_source.Height * _target.Height / placement.Full.Height;
            Assert.InRange(width / _source.Width, 0.29, 1.01);
            Assert.InRange(height / _source.Height, 0.29, 1.01);
            Assert.InRange(width / height, 0.49, 2.03);
            Assert.True(placement.Left >= 0 && placement.Top >= 0);
            whole += placement.Full == _target ? 1 : 0;
        }
        // One in seven is not cropped, and some find no crop.
        Assert.InRange(whole, 500 / 7 / 2, 250);
    }

    [Fact]
    public void A_picture_without_boxes_is_placed_too()
    {
        var random = new CounterRandom(1, RandomPurpose.Augmentation, 0, 0);
        for (int i = 0; i < 50; i++)
            Assert.True(new PlacementSampler(_settings, _target).Next(_source, [], ref random).Full.Width > 0);
    }

    private static ImageBuffer Picture(BoundingBox red)
    {
        var picture = new ImageBuffer();
        picture.Reset(_source.Width, _source.Height, 3);
        picture.Pixels.Clear();
        for (int y = (int)red.Y1; y < red.Y2; y++)
        {
            for (int x = (int)red.X1; x < red.X2; x++)
                picture.Pixels[((y * _source.Width) + x) * 3] = 255;
        }
        return picture;
    }

    private static byte[] Pixel(ImageBuffer image, int x, int y) => image.Pixels.Slice(((y * image.Width) + x) * 3, 3).ToArray();

    /// <summary>The smallest box around the pixels that are more red than not.</summary>
    private static BoundingBox RedOf(ImageBuffer image, bool mirrored)
    {
        float left = image.Width, top = image.Height, right = 0, bottom = 0;
        for (int y = 0; y < image.Height; y++)
        {
            for (int x = 0; x < image.Width; x++)
            {
                if (Pixel(image, x, y)[0] < 128)
                    continue;
                float column = mirrored ? image.Width - 1 - x : x;
                (left, top, right, bottom) = (Math.Min(left, column), Math.Min(top, y), Math.Max(right, column + 1), Math.Max(bottom, y + 1));
            }
        }
        return new BoundingBox(left, top, right, bottom);
    }
}
