namespace Tao.Imaging.Preparation;

/// <summary>
/// Everything that turns the bytes of an image file into a network's input, in numbers: what training, evaluation and a deployed program have
/// in common.
/// </summary>
public sealed record ImagePreparation
{
    public required int Width { get; init; }

    public required int Height { get; init; }

    /// <summary>The affine step from pixels in 0..255 to the network's floats, one for each channel.</summary>
    public required ChannelTransform Transform { get; init; }

    public Interpolation Interpolation { get; init; } = Interpolation.Bilinear;

    /// <summary>Resize, keeping the aspect ratio, so that the target plus 32 pixels is covered, then cut out the centre; otherwise resize the whole.</summary>
    public bool CenterCrop { get; init; }

    /// <summary>3 (colour) or 1 (gray).</summary>
    public int Channels => Transform.Scale.Length;

    /// <summary>Decodes a file and draws it at the input's size, upright.</summary>
    /// <param name="file">A whole file, in any format that <see cref="ImageCodec"/> reads.</param>
    /// <param name="decoded">Takes the decoded picture.</param>
    /// <param name="drawn">Takes the result.</param>
    /// <returns>The picture's own size, as displayed.</returns>
    /// <exception cref="ImageException">The file is no usable image.</exception>
    public PixelSize Draw(ReadOnlySpan<byte> file, ImageBuffer decoded, ImageBuffer drawn)
    {
        ArgumentNullException.ThrowIfNull(decoded);
        var target = new PixelSize(Width, Height);
        var size = ImageCodec.Probe(file).DisplaySize;
        var least = CropPlan.DecodeSize(size, target, smallestShare: null, CenterCrop);
        ImageCodec.Decode(file, new DecodeOptions { Channels = Channels, MinWidth = least.Width, MinHeight = least.Height }, decoded);
        var plan = CenterCrop ? CropPlan.Center(new PixelSize(decoded.Width, decoded.Height), target) : CropPlan.Plain(target);
        ImageOps.ResizeWindow(decoded, plan.Full, plan.Window, Interpolation, drawn);
        return size;
    }
}
