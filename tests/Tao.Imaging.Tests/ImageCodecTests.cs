namespace Tao.Imaging.Tests;

public sealed class ImageCodecTests
{
    private static readonly DecodeOptions Gray = new() { Channels = 1 };

    [Fact]
    public void Png_round_trip_is_exact()
    {
        var image = Pictures.Quadrants();
        Assert.Equal(image.Pixels, ImageCodec.Decode(ImageCodec.EncodePng(image), DecodeOptions.Default).Pixels);
    }

    [Fact]
    public void Jpeg_round_trip_keeps_the_colours()
    {
        var image = ImageCodec.Decode(ImageCodec.EncodeJpeg(Pictures.Quadrants(), 95), DecodeOptions.Default);
        Assert.Equal((32, 16, 3), (image.Width, image.Height, image.Channels));
        Pictures.AssertNear(Pictures.Red, image.At(4, 4));
        Pictures.AssertNear(Pictures.Yellow, image.At(28, 12));
    }

    [Fact]
    public void Gray_is_the_luma_of_the_colour()
    {
        foreach (var file in (byte[][])[ImageCodec.EncodeJpeg(Pictures.Quadrants(), 95), ImageCodec.EncodePng(Pictures.Quadrants())])
        {
            var image = ImageCodec.Decode(file, Gray);
            Assert.Equal(1, image.Channels);
            Pictures.AssertNear(new Rgb(80, 80, 80), image.At(4, 4)); // 0.299 * 220 + 0.587 * 20 + 0.114 * 20
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Cmyk_jpeg_has_the_right_colours(bool ycck)
    {
        var file = ycck ? HandMade.YcckJpeg : HandMade.CmykJpeg;
        Assert.Equal(4, ImageCodec.Probe(file).Channels);
        var image = ImageCodec.Decode(file, DecodeOptions.Default);
        Pictures.AssertNear(new Rgb(200, 0, 0), image.At(2, 2));
        Pictures.AssertNear(new Rgb(0, 128, 255), image.At(12, 2));
        Pictures.AssertNear(new Rgb(60, 60, 60), ImageCodec.Decode(file, Gray).At(2, 2));
    }

    // What EXIF means: the corner that the stored top-left pixel belongs to, by orientation.
    [Theory]
    [InlineData(1, "red green blue yellow")]
    [InlineData(2, "green red yellow blue")]
    [InlineData(3, "yellow blue green red")]
    [InlineData(4, "blue yellow red green")]
    [InlineData(5, "red blue green yellow")]
    [InlineData(6, "blue red yellow green")]
    [InlineData(7, "yellow green blue red")]
    [InlineData(8, "green yellow red blue")]
    public void Exif_orientation_is_applied(byte orientation, string corners)
    {
        var file = HandMade.WithExif(ImageCodec.EncodeJpeg(Pictures.Quadrants(), 95), orientation);
        var info = ImageCodec.Probe(file);
        var image = ImageCodec.Decode(file, DecodeOptions.Default);
        Assert.Equal(orientation, info.Orientation);
        Assert.Equal(info.DisplaySize, new PixelSize(image.Width, image.Height));
        Assert.Equal(orientation >= 5 ? new PixelSize(16, 32) : new PixelSize(32, 16), info.DisplaySize);
        Assert.Equal(corners, Corners(image));
        Assert.Equal("red green blue yellow", Corners(ImageCodec.Decode(file, new DecodeOptions { ApplyOrientation = false })));
    }

    [Theory]
    [InlineData(1, "red green blue yellow")]
    [InlineData(3, "yellow blue green red")]
    [InlineData(6, "blue red yellow green")]
    public void Tiff_orientation_is_applied_once(byte orientation, string corners)
    {
        var file = HandMade.Tiff(32, 16, Pictures.Quadrants().Pixels, orientation);
        Assert.Equal(ImageFormat.Tiff, ImageCodec.Probe(file).Format);
        Assert.Equal(corners, Corners(ImageCodec.Decode(file, DecodeOptions.Default)));
    }

    [Fact]
    public void Png_orientation_is_applied()
    {
        byte[] exif = [.. "MM\0*"u8, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, 3, 0, 0, 0, 0, 0, 0];
        var file = HandMade.Png(2, 1, 8, 0, [[10, 200]], ("eXIf", exif));
        Assert.Equal([200, 10], ImageCodec.Decode(file, Gray).Pixels);
    }

    [Fact]
    public void Sixteen_bit_png_is_scaled_and_rounded()
    {
        // 0, 128, 129, 0x80FF, 0xFFFF as 16-bit samples: v / 257 rounded, so 128 -> 0, 129 -> 1, 33023 -> 128.49 -> 128.
        var file = HandMade.Png(5, 1, 16, 0, [[0, 0, 0, 128, 0, 129, 0x80, 0xFF, 0xFF, 0xFF]]);
        Assert.Equal(16, ImageCodec.Probe(file).BitDepth);
        Assert.Equal([0, 0, 1, 128, 255], ImageCodec.Decode(file, Gray).Pixels);
        Assert.Equal([0, 0, 0, 0, 0, 0, 1, 1, 1, 128, 128, 128, 255, 255, 255], ImageCodec.Decode(file, DecodeOptions.Default).Pixels);
    }

    [Fact]
    public void Alpha_is_dropped_and_not_blended()
    {
        var file = HandMade.Png(2, 1, 8, 6, [[10, 20, 30, 0, 40, 50, 60, 128]]);
        Assert.Equal(4, ImageCodec.Probe(file).Channels);
        Assert.Equal([10, 20, 30, 40, 50, 60], ImageCodec.Decode(file, DecodeOptions.Default).Pixels);
    }

    [Fact]
    public void Palette_png_is_resolved_even_with_transparency_and_a_broken_profile()
    {
        var file = HandMade.Png(2, 1, 8, 3, [[1, 0]], ("iCCP", [1, 2, 3]), ("PLTE", [1, 2, 3, 250, 251, 252]), ("tRNS", [0, 0]));
        Assert.Equal([250, 251, 252, 1, 2, 3], ImageCodec.Decode(file, DecodeOptions.Default).Pixels);
    }

    [Fact]
    public void Bmp_and_ppm_are_read()
    {
        var image = Pictures.Quadrants();
        Assert.Equal(image.Pixels, ImageCodec.Decode(HandMade.Bmp(image), DecodeOptions.Default).Pixels);
        Assert.Equal(image.Pixels, ImageCodec.Decode(HandMade.Ppm(image), DecodeOptions.Default).Pixels);
        Assert.Equal(ImageFormat.Bmp, ImageCodec.Probe(HandMade.Bmp(image)).Format);
        Assert.Equal(ImageFormat.Ppm, ImageCodec.Probe(HandMade.Ppm(image)).Format);
    }

    [Theory]
    [InlineData(0, 640, 480)]
    [InlineData(400, 640, 480)]
    [InlineData(320, 320, 240)]
    [InlineData(90, 160, 120)]
    [InlineData(8, 80, 60)]
    public void A_jpeg_is_decoded_smaller_when_that_is_enough(int minimum, int width, int height)
    {
        var file = ImageCodec.EncodeJpeg(ImageOps.Resize(Pictures.Quadrants(), 640, 480, Interpolation.Nearest), 90);
        var image = ImageCodec.Decode(file, new DecodeOptions { MinWidth = minimum, MinHeight = minimum * 3 / 4 });
        Assert.Equal((width, height), (image.Width, image.Height));
        Pictures.AssertNear(Pictures.Yellow, image.At(width * 3 / 4, height * 3 / 4));
    }

    [Fact]
    public void The_minimum_size_counts_for_the_upright_picture()
    {
        var file = HandMade.WithExif(ImageCodec.EncodeJpeg(ImageOps.Resize(Pictures.Quadrants(), 640, 320, Interpolation.Nearest), 90), 6);
        var image = ImageCodec.Decode(file, new DecodeOptions { MinWidth = 100, MinHeight = 300 });
        Assert.Equal((160, 320), (image.Width, image.Height));
    }

    [Fact]
    public void A_buffer_is_used_again()
    {
        var buffer = new ImageBuffer();
        ImageCodec.Decode(ImageCodec.EncodePng(Pictures.Quadrants()), DecodeOptions.Default, buffer);
        ImageCodec.Decode(ImageCodec.EncodePng(Image.Filled(3, 2, Pictures.Blue)), DecodeOptions.Default, buffer);
        Assert.Equal(Image.Filled(3, 2, Pictures.Blue).Pixels, buffer.Pixels.ToArray());
    }

    private static string Corners(Image image)
    {
        var (right, bottom) = (image.Width - 4, image.Height - 4);
        return string.Join(' ', new[] { (3, 3), (right, 3), (3, bottom), (right, bottom) }.Select(p => Name(image.At(p.Item1, p.Item2))));
    }

    private static string Name(Rgb colour) => (colour.Red > 128, colour.Green > 128, colour.Blue > 128) switch
    {
        (true, false, false) => "red",
        (false, true, false) => "green",
        (false, false, true) => "blue",
        (true, true, false) => "yellow",
        _ => colour.ToString(),
    };
}
