namespace Tao.Imaging.Tests;

public sealed class ImageOpsTests
{
    [Fact]
    public void Flip_mirrors_left_and_right()
    {
        var image = ImageOps.FlipHorizontal(new Image(2, 1, 3, [1, 2, 3, 4, 5, 6]));
        Assert.Equal([4, 5, 6, 1, 2, 3], image.Pixels);
    }

    [Fact]
    public void Crop_takes_the_rectangle()
    {
        var image = ImageOps.Crop(new Image(3, 2, 1, [1, 2, 3, 4, 5, 6]), new PixelRectangle(1, 0, 2, 2));
        Assert.Equal([2, 3, 5, 6], image.Pixels);
    }

    [Fact]
    public void Crop_outside_the_picture_is_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => ImageOps.Crop(Pictures.Quadrants(), new PixelRectangle(20, 0, 16, 8)));

    // By hand: doubling [0, 100] puts the samples at -0.25, 0.25, 0.75, 1.25; the triangle weights renormalise at the edge.
    [Fact]
    public void Bilinear_enlarging_by_hand() =>
        Assert.Equal([0, 25, 75, 100], ImageOps.Resize(new Image(2, 1, 1, [0, 100]), 4, 1, Interpolation.Bilinear).Pixels);

    // By hand: halving four samples, target 0 is centred at 1.0 with a triangle of radius 2: weights 3/8, 3/8, 1/8 over samples 0, 1, 2.
    [Fact]
    public void Bilinear_shrinking_averages_by_hand() =>
        Assert.Equal([14, 86], ImageOps.Resize(new Image(4, 1, 1, [0, 0, 100, 100]), 2, 1, Interpolation.Bilinear).Pixels);

    [Fact]
    public void Area_is_the_mean() =>
        Assert.Equal([50, 200], ImageOps.Resize(new Image(4, 1, 1, [0, 100, 150, 250]), 2, 1, Interpolation.Area).Pixels);

    [Fact]
    public void Bicubic_keeps_a_flat_colour_and_overshoots_at_an_edge()
    {
        Assert.All(ImageOps.Resize(Image.Filled(7, 5, Pictures.Green), 19, 3, Interpolation.Bicubic).Pixels.Chunk(3), pixel => Assert.Equal([20, 200, 20], pixel));
        var edge = ImageOps.Resize(new Image(6, 1, 1, [50, 50, 50, 150, 150, 150]), 24, 1, Interpolation.Bicubic).Pixels;
        Assert.True(edge.Min() < 50 && edge.Max() > 150);
    }

    [Theory]
    [InlineData(Interpolation.Nearest)]
    [InlineData(Interpolation.Bilinear)]
    [InlineData(Interpolation.Bicubic)]
    [InlineData(Interpolation.Area)]
    public void A_window_equals_resize_then_crop(Interpolation interpolation)
    {
        var source = Noise(53, 37);
        var buffer = new ImageBuffer();
        buffer.CopyFrom(source);
        var (full, window, target) = (new PixelSize(31, 40), new PixelRectangle(5, 9, 17, 22), new ImageBuffer());
        ImageOps.ResizeWindow(buffer, full, window, interpolation, target);
        Assert.Equal(ImageOps.Crop(ImageOps.Resize(source, full.Width, full.Height, interpolation), window).Pixels, target.Pixels.ToArray());
    }

    [Fact]
    public void Gray_and_colour_resize_alike()
    {
        var gray = Noise(40, 30, 1);
        var colour = new Image(40, 30, 3, gray.Pixels.SelectMany(v => new[] { v, v, v }).ToArray());
        var small = ImageOps.Resize(colour, 13, 11, Interpolation.Bilinear).Pixels.Where((_, i) => i % 3 == 1);
        Assert.Equal(ImageOps.Resize(gray, 13, 11, Interpolation.Bilinear).Pixels, small);
    }

    [Fact]
    public void Drawing_changes_the_pixels_it_names()
    {
        var image = Image.Filled(40, 40, Rgb.Black);
        ImageOps.DrawRectangle(image, new PixelRectangle(2, 3, 10, 8), new Pen(Pictures.Red));
        ImageOps.FillEllipse(image, new PixelRectangle(20, 20, 11, 11), Pictures.Green);
        ImageOps.DrawLine(image, new PixelPoint(0, 39), new PixelPoint(39, 39), new Pen(Pictures.Blue));
        ImageOps.FillPolygon(image, [new(30, 2), new(38, 2), new(34, 10)], Pictures.Yellow);
        Assert.Equal(Pictures.Red, image.At(2, 3));
        Assert.Equal(Pictures.Red, image.At(11, 10));
        Assert.Equal(Rgb.Black, image.At(12, 10));
        Assert.Equal(Rgb.Black, image.At(5, 6));
        Assert.Equal(Pictures.Green, image.At(25, 25));
        Assert.Equal(Rgb.Black, image.At(20, 20));
        Assert.Equal(Pictures.Blue, image.At(17, 39));
        Assert.Equal(Pictures.Yellow, image.At(34, 4));
    }

    [Fact]
    public void Text_stays_in_the_room_it_measures()
    {
        var size = ImageOps.MeasureText("bees 0.98", 0.5, 1);
        var image = Image.Filled(size.Width + 20, size.Height + size.Baseline + 20, Rgb.Black);
        ImageOps.DrawText(image, "bees 0.98", new PixelPoint(10, 10 + size.Height), 0.5, new Pen(Rgb.White));
        var drawn = Enumerable.Range(0, image.Width * image.Height).Where(i => image.Pixels[i * 3] > 0).ToArray();
        Assert.True(drawn.Length > 50);
        Assert.All(drawn, i => Assert.InRange(i / image.Width, 9, 11 + size.Height + size.Baseline));
    }

    [Fact]
    public void Letters_outside_ascii_are_drawn_as_question_marks() =>
        Assert.Equal(ImageOps.MeasureText("K?fer", 1, 1), ImageOps.MeasureText("Käfer", 1, 1));

    [Fact]
    public void A_pen_without_thickness_is_refused() =>
        Assert.Throws<ArgumentException>(() => ImageOps.DrawLine(Pictures.Quadrants(), default, new(3, 3), new Pen(Rgb.Black, 0)));

    private static Image Noise(int width, int height, int channels = 3)
    {
        var pixels = new byte[width * height * channels];
        new Random(5).NextBytes(pixels);
        return new Image(width, height, channels, pixels);
    }
}
