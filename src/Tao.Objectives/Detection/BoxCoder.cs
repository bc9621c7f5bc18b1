using Tao.Data.Detection;

namespace Tao.Objectives.Detection;

/// <summary>
/// A box as its offset from an anchor (Girshick et al. 2014, appendix C, with SSD's variances): ((cx − ax) / aw / v₀, (cy − ay) / ah / v₁,
/// ln(w / aw) / v₂, ln(h / ah) / v₃).
/// </summary>
/// <param name="X">Variance of the centre's x, and so on.</param>
public readonly record struct BoxCoder(float X, float Y, float Width, float Height)
{
    /// <summary>Writes the four numbers of a box with positive sides.</summary>
    public void Encode(BoundingBox box, BoundingBox anchor, Span<float> offsets)
    {
        offsets[0] = ((box.X1 + box.X2) - (anchor.X1 + anchor.X2)) / 2 / anchor.Width / X;
        offsets[1] = ((box.Y1 + box.Y2) - (anchor.Y1 + anchor.Y2)) / 2 / anchor.Height / Y;
        offsets[2] = MathF.Log(box.Width / anchor.Width) / Width;
        offsets[3] = MathF.Log(box.Height / anchor.Height) / Height;
    }

    public BoundingBox Decode(ReadOnlySpan<float> offsets, BoundingBox anchor)
    {
        float x = ((anchor.X1 + anchor.X2) / 2) + (offsets[0] * X * anchor.Width), y = ((anchor.Y1 + anchor.Y2) / 2) + (offsets[1] * Y * anchor.Height);
        float halfWidth = anchor.Width * MathF.Exp(offsets[2] * Width) / 2, halfHeight = anchor.Height * MathF.Exp(offsets[3] * Height) / 2;
        return new BoundingBox(x - halfWidth, y - halfHeight, x + halfWidth, y + halfHeight);
    }
}
