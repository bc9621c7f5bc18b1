using Tao.Data.Detection;
using Tao.Objectives.Detection;

namespace Tao.Engine.Inference;

/// <summary>A box that is told to the user, in pixels of the picture.</summary>
internal sealed record FoundObject(string ClassName, float Score, BoundingBox Box)
{
    public static FoundObject Of(DetectedBox found, string className, int width, int height) =>
        new(className, found.Score, new BoundingBox(found.Box.X1 * width, found.Box.Y1 * height, found.Box.X2 * width, found.Box.Y2 * height));
}
