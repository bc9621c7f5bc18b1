namespace Tao.Data.Detection;

/// <summary>An axis-aligned box by its corners, in pixels or as shares of the image; nothing is added to a side (TAO's convention).</summary>
public readonly record struct BoundingBox(float X1, float Y1, float X2, float Y2)
{
    public float Width => X2 - X1;

    public float Height => Y2 - Y1;

    /// <summary>0 for a box turned inside out.</summary>
    public double Area => (double)Math.Max(0, Width) * Math.Max(0, Height);

    /// <summary>Intersection over union, 0 to 1; 0 when both are empty.</summary>
    public static double Iou(BoundingBox a, BoundingBox b)
    {
        double width = (double)Math.Min(a.X2, b.X2) - Math.Max(a.X1, b.X1), height = (double)Math.Min(a.Y2, b.Y2) - Math.Max(a.Y1, b.Y1);
        if (width <= 0 || height <= 0)
            return 0;
        double intersection = width * height;
        return intersection / (a.Area + b.Area - intersection);
    }

    /// <summary>The part inside a rectangle that begins at the origin.</summary>
    public BoundingBox ClippedTo(float width, float height) =>
        new(Math.Clamp(X1, 0, width), Math.Clamp(Y1, 0, height), Math.Clamp(X2, 0, width), Math.Clamp(Y2, 0, height));

    public BoundingBox Scaled(double x, double y) => new((float)(X1 * x), (float)(Y1 * y), (float)(X2 * x), (float)(Y2 * y));
}
