using Tao.Imaging.Backends;

namespace Tao.Imaging;

/// <summary>Geometry and drawing on images. What returns an <see cref="Image"/> leaves its input as it was; what draws changes it.</summary>
public static partial class ImageOps
{
    /// <summary>Resizes without regard to the aspect ratio.</summary>
    public static Image Resize(Image source, int width, int height, Interpolation interpolation)
    {
        ArgumentNullException.ThrowIfNull(source);
        var target = new Image(width, height, source.Channels, new byte[PixelLayout.ByteCount(width, height, source.Channels)]);
        ResizeWindow(source.View, new PixelSize(width, height), new PixelRectangle(0, 0, width, height), interpolation, target.View);
        return target;
    }

    /// <summary>Resizes to <paramref name="full"/> and keeps the window of it, computing no other pixel.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The window is not within the resized picture.</exception>
    public static void ResizeWindow(ImageBuffer source, PixelSize full, PixelRectangle window, Interpolation interpolation, ImageBuffer target)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(target);
        target.Reset(window.Width, window.Height, source.Channels);
        ResizeWindow(source.View, full, window, interpolation, target.View);
    }

    /// <summary>Cuts out a rectangle.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The rectangle is not within the picture.</exception>
    public static Image Crop(Image source, PixelRectangle window)
    {
        ArgumentNullException.ThrowIfNull(source);
        CheckWindow(window, new PixelSize(source.Width, source.Height));
        var target = new Image(window.Width, window.Height, source.Channels, new byte[PixelLayout.ByteCount(window.Width, window.Height, source.Channels)]);
        CopyWindow(source.View, window, target.View);
        return target;
    }

    /// <summary>Mirrors left and right.</summary>
    public static Image FlipHorizontal(Image source)
    {
        ArgumentNullException.ThrowIfNull(source);
        var buffer = new ImageBuffer();
        buffer.CopyFrom(source);
        OrientationTransform.Apply(buffer, 2);
        return buffer.ToImage();
    }

    private static void ResizeWindow(PixelView source, PixelSize full, PixelRectangle window, Interpolation interpolation, PixelView target)
    {
        CheckWindow(window, full);
        if (full.Width == source.Width && full.Height == source.Height)
            CopyWindow(source, window, target);
        else if (interpolation is Interpolation.Bilinear or Interpolation.Bicubic)
            Resampler.Resize(source, full, window, interpolation, target);
        else if (window == new PixelRectangle(0, 0, full.Width, full.Height))
            ImagingBackend.Current.Resize(source, target, interpolation);
        else
        {
            var whole = new byte[PixelLayout.ByteCount(full.Width, full.Height, source.Channels)];
            var view = new PixelView(whole, full.Width, full.Height, source.Channels);
            ImagingBackend.Current.Resize(source, view, interpolation);
            CopyWindow(view, window, target);
        }
    }

    private static void CopyWindow(PixelView source, PixelRectangle window, PixelView target)
    {
        var row = window.Width * source.Channels;
        for (var y = 0; y < window.Height; y++)
            source.Pixels.Slice(((window.Y + y) * source.Width + window.X) * source.Channels, row).CopyTo(target.Pixels[(y * row)..]);
    }

    private static void CheckWindow(PixelRectangle window, PixelSize full)
    {
        if (window.X < 0 || window.Y < 0 || window.Width <= 0 || window.Height <= 0
            || window.X + window.Width > full.Width || window.Y + window.Height > full.Height)
            throw new ArgumentOutOfRangeException(nameof(window), window, $"The window is not within {full.Width}x{full.Height}.");
    }
}
