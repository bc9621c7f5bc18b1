namespace Tao.Imaging.Tests;

public sealed class ImageFaultTests
{
    private static byte[] Jpeg => ImageCodec.EncodeJpeg(Noise(), 90);

    private static byte[] Png => ImageCodec.EncodePng(Noise());

    [Fact]
    public void Nothing_is_empty() => Assert.Equal(ImageFault.Empty, FaultOf([]));

    [Fact]
    public void Text_is_not_an_image() => Assert.Equal(ImageFault.NotAnImage, FaultOf([.. "<html>not found</html>"u8]));

    [Fact]
    public void Gif_and_webp_are_unsupported_by_name()
    {
        Assert.Contains("GIF", Assert.Throws<ImageException>(() => ImageCodec.Probe("GIF89a"u8)).Message);
        Assert.Equal(ImageFault.Unsupported, FaultOf([.. "RIFF\0\0\0\0WEBPVP8 "u8]));
    }

    [Theory]
    [InlineData(3)]
    [InlineData(20)]
    [InlineData(160)]
    public void A_jpeg_cut_within_its_header_is_truncated(int length) => Assert.Equal(ImageFault.Truncated, FaultOf(Jpeg[..length]));

    [Theory]
    [InlineData(0.5)]
    [InlineData(0.99)]
    public void A_jpeg_cut_within_its_pixels_is_truncated(double part) => Assert.Equal(ImageFault.Truncated, FaultOf(Jpeg[..(int)(Jpeg.Length * part)]));

    [Fact]
    public void A_jpeg_without_its_end_marker_is_truncated() => Assert.Equal(ImageFault.Truncated, FaultOf(Jpeg[..^2]));

    [Fact]
    public void A_jpeg_with_a_hole_before_its_end_is_corrupt() => Assert.Equal(ImageFault.Corrupt, FaultOf([.. Jpeg[..(Jpeg.Length / 2)], 0xFF, 0xD9]));

    [Fact]
    public void A_truncated_jpeg_is_found_at_reduced_size_too()
    {
        var file = ImageCodec.EncodeJpeg(ImageOps.Resize(Noise(), 512, 512, Interpolation.Nearest), 90);
        var small = new DecodeOptions { MinWidth = 32, MinHeight = 32 };
        Assert.Equal(64, ImageCodec.Decode(file, small).Width);
        Assert.Equal(ImageFault.Truncated, Assert.Throws<ImageException>(() => ImageCodec.Decode(file[..(file.Length / 2)], small)).Fault);
    }

    [Fact]
    public void Bytes_after_the_end_of_a_jpeg_do_no_harm() => Assert.Equal(64, ImageCodec.Decode([.. Jpeg, 1, 2, 3], DecodeOptions.Default).Width);

    [Fact]
    public void A_twelve_bit_jpeg_is_unsupported()
    {
        var file = Jpeg;
        var frame = file.AsSpan().IndexOf<byte>([0xFF, 0xC0]);
        file[frame + 4] = 12;
        Assert.Equal(ImageFault.Unsupported, FaultOf(file));
    }

    [Theory]
    [InlineData(10)]
    [InlineData(100)]
    public void A_cut_png_is_truncated(int length) => Assert.Equal(ImageFault.Truncated, FaultOf(Png[..length]));

    [Fact]
    public void A_png_without_its_last_chunk_is_truncated() => Assert.Equal(ImageFault.Truncated, FaultOf(Png[..^12]));

    [Fact]
    public void A_png_with_a_wrong_checksum_is_corrupt()
    {
        var file = Png;
        file[file.Length / 2] ^= 0x40;
        Assert.Equal(ImageFault.Corrupt, FaultOf(file));
    }

    [Fact]
    public void A_png_whose_rows_are_missing_is_corrupt() =>
        Assert.Equal(ImageFault.Corrupt, FaultOf(HandMade.Png(4, 4, 8, 2, [new byte[12]])));

    [Fact]
    public void Cut_bmp_ppm_and_tiff_files_are_truncated()
    {
        var image = Pictures.Quadrants();
        Assert.Equal(ImageFault.Truncated, FaultOf(HandMade.Bmp(image)[..^1]));
        Assert.Equal(ImageFault.Truncated, FaultOf(HandMade.Bmp(image)[..20]));
        Assert.Equal(ImageFault.Truncated, FaultOf(HandMade.Ppm(image)[..^1]));
        Assert.Equal(ImageFault.Truncated, FaultOf([.. "P6 12"u8]));
        Assert.Equal(ImageFault.Truncated, FaultOf(HandMade.Tiff(32, 16, image.Pixels, 1)[..200]));
    }

    [Fact]
    public void An_absurd_size_is_refused_before_memory_is_taken()
    {
        var header = HandMade.Png(int.MaxValue, int.MaxValue, 8, 2, []);
        Assert.Equal(ImageFault.Unsupported, FaultOf(header));
    }

    [Fact]
    public void Random_damage_never_does_worse_than_an_image_exception()
    {
        var random = new Random(7);
        foreach (var file in (byte[][])[Jpeg, Png, HandMade.Bmp(Noise()), HandMade.Ppm(Noise()), HandMade.Tiff(64, 64, Noise().Pixels, 6), HandMade.CmykJpeg])
            for (var round = 0; round < 150; round++)
            {
                var damaged = file[..random.Next(1, file.Length + 1)];
                for (var hits = random.Next(4); hits >= 0; hits--)
                    damaged[random.Next(Math.Min(damaged.Length, 200))] = (byte)random.Next(256);
                var outcome = Record.Exception(() => ImageCodec.Decode(damaged, DecodeOptions.Default));
                Assert.True(outcome is null or ImageException, outcome?.ToString());
            }
    }

    private static ImageFault FaultOf(byte[] file) => Assert.Throws<ImageException>(() => ImageCodec.Decode(file, DecodeOptions.Default)).Fault;

    private static Image Noise()
    {
        var pixels = new byte[64 * 64 * 3];
        new Random(3).NextBytes(pixels);
        return new Image(64, 64, 3, pixels);
    }
}
