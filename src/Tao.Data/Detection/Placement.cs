using System.Collections.Immutable;
using Tao.Imaging;

namespace Tao.Data.Detection;

/// <summary>
/// Where a picture comes to lie on a network's input: scaled to <paramref name="Full"/> pixels, of which column <paramref name="Left"/> and row
/// <paramref name="Top"/> are the input's first. They are whole numbers, so that boxes go exactly where their pixels go; negative ones leave a
/// margin.
/// </summary>
/// <param name="Mirrored">Whether the input is then turned left to right.</param>
internal readonly record struct Placement(PixelSize Full, int Left, int Top, bool Mirrored)
{
    /// <summary>The whole picture, its aspect ratio not kept.</summary>
    public static Placement Plain(PixelSize target) => new(target, 0, 0, Mirrored: false);

    /// <summary>The placement that shows a window of the picture, to the nearest pixel.</summary>
    /// <param name="window">In pixels of the picture; it may reach beyond it.</param>
    public static Placement Of(BoundingBox window, PixelSize source, PixelSize target, bool mirrored)
    {
        var (scaleX, scaleY) = (target.Width / (double)window.Width, target.Height / (double)window.Height);
        var full = new PixelSize(Math.Max(1, (int)Math.Round(source.Width * scaleX)), Math.Max(1, (int)Math.Round(source.Height * scaleY)));
        return new Placement(full, (int)Math.Round(window.X1 * scaleX), (int)Math.Round(window.Y1 * scaleY), mirrored);
    }

    /// <summary>The boxes whose centres are on the input, cut to it, as shares of it.</summary>
    /// <param name="boxes">In pixels of the picture.</param>
    public ImmutableArray<GroundTruthBox> Map(IEnumerable<GroundTruthBox> boxes, PixelSize source, PixelSize target)
    {
        var mapped = ImmutableArray.CreateBuilder<GroundTruthBox>();
        foreach (var truth in boxes)
        {
            var full = truth.Box.Scaled(Full.Width / (double)source.Width, Full.Height / (double)source.Height);
            var box = new BoundingBox(full.X1 - Left, full.Y1 - Top, full.X2 - Left, full.Y2 - Top).Scaled(1.0 / target.Width, 1.0 / target.Height);
            var (x, y) = ((box.X1 + box.X2) / 2, (box.Y1 + box.Y2) / 2);
            if (x < 0 || x > 1 || y < 0 || y > 1)
                continue;
            var clipped = box.ClippedTo(1, 1);
            if (clipped is { Width: > 0, Height: > 0 })
                mapped.Add(truth with { Box = Mirrored ? new BoundingBox(1 - clipped.X2, clipped.Y1, 1 - clipped.X1, clipped.Y2) : clipped });
        }
        return mapped.ToImmutable();
    }

    /// <summary>Draws the input, without turning it: the normaliser does that.</summary>
    /// <param name="margin">The value of each channel outside the picture.</param>
    /// <param name="part">Memory to work in.</param>
    public void Draw(ImageBuffer source, PixelSize target, Interpolation interpolation, ReadOnlySpan<byte> margin, ImageBuffer part, ImageBuffer result)
    {
        var (left, top) = (Math.Max(Left, 0), Math.Max(Top, 0));
        var (right, bottom) = (Math.Min(Left + target.Width, Full.Width), Math.Min(Top + target.Height, Full.Height));
        if (left == Left && top == Top && right - left == target.Width && bottom - top == target.Height)
        {
            ImageOps.ResizeWindow(source, Full, new PixelRectangle(left, top, target.Width, target.Height), interpolation, result);
            return;
        }
        result.Reset(target.Width, target.Height, source.Channels);
        Fill(result.Pixels, margin);
        if (right <= left || bottom <= top)
            return;
        ImageOps.ResizeWindow(source, Full, new PixelRectangle(left, top, right - left, bottom - top), interpolation, part);
        for (var row = 0; row < part.Height; row++)
        {
            var line = part.Pixels.Slice(row * part.Width * part.Channels, part.Width * part.Channels);
            line.CopyTo(result.Pixels[((((top - Top + row) * target.Width) + left - Left) * part.Channels)..]);
        }
    }

    private static void Fill(Span<byte> pixels, ReadOnlySpan<byte> margin)
    {
        for (var i = 0; i < pixels.Length; i++)
            pixels[i] = margin[i % margin.Length];
    }
}
