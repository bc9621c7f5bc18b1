namespace Tao.Inference;

/// <summary>An axis-aligned box by its corners, in pixels of the picture as it is displayed.</summary>
public readonly record struct Box(float X1, float Y1, float X2, float Y2)
{
    public float Width => X2 - X1;

    public float Height => Y2 - Y1;
}
