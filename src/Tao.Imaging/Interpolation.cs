namespace Tao.Imaging;

/// <summary>How an image is resized.</summary>
public enum Interpolation
{
    /// <summary>The nearest pixel.</summary>
    Nearest,

    /// <summary>A triangle filter, widened when shrinking so that nothing aliases: what PIL, and so Keras and TAO, call bilinear.</summary>
    Bilinear,

    /// <summary>Keys' cubic with a = -0.5, widened when shrinking, as PIL.</summary>
    Bicubic,

    /// <summary>The mean over each target pixel's area (OpenCV INTER_AREA).</summary>
    Area,
}
