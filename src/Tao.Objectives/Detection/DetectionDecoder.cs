using System.Collections.Immutable;
using Tao.Data.Detection;

namespace Tao.Objectives.Detection;

/// <summary>Turns a network's scores and offsets of one image into boxes.</summary>
internal static class DetectionDecoder
{
    /// <param name="scores">Anchors × (1 + classes), background first.</param>
    /// <param name="offsets">Anchors × 4.</param>
    /// <returns>Boxes as shares of the image, cut to it, by falling score.</returns>
    public static ImmutableArray<DetectedBox> Decode(ReadOnlySpan<float> scores, ReadOnlySpan<float> offsets, DetectionSettings settings)
    {
        int width = settings.Classes.Length + 1;
        var candidates = new List<DetectedBox>();
        for (int anchor = 0; anchor < settings.Anchors.Boxes.Length; anchor++)
        {
            var own = scores.Slice(anchor * width, width);
            BoundingBox? box = null;
            for (int i = 1; i < width; i++)
            {
                if (!(own[i] > settings.Suppression.MinScore))
                    continue;
                box ??= settings.Coder.Decode(offsets.Slice(anchor * 4, 4), settings.Anchors.Boxes[anchor]).ClippedTo(1, 1);
                candidates.Add(new DetectedBox(i - 1, own[i], box.Value));
            }
        }
        return settings.Suppression.Apply(candidates);
    }
}
