using System.Globalization;
using Tao.Data.Classification;

namespace Tao.Data.Detection;

/// <summary>What every format asks of a box.</summary>
internal static class BoxCheck
{
    public static bool HasArea(BoundingBox box, string path, int line, ScanReport report)
    {
        if (box is { Width: > 0, Height: > 0 })
            return true;
        report.Fault(
            DataCodes.BoxWithoutArea, path, string.Create(CultureInfo.InvariantCulture, $"The box ({box.X1}, {box.Y1}, {box.X2}, {box.Y2}) is {box.Width} wide and {box.Height} high; the object is left out."),
            "The right edge lies right of the left one, and the lower edge below the upper one.", line);
        return false;
    }

    /// <summary>The part of an object inside its image; null, with a fault, when there is none.</summary>
    public static LabeledObject? Inside(LabeledObject labeled, int width, int height, string path, ScanReport report)
    {
        var box = labeled.Box;
        var clipped = box.ClippedTo(width, height);
        if (clipped == box)
            return labeled;
        var where = string.Create(CultureInfo.InvariantCulture, $"The box ({box.X1}, {box.Y1}, {box.X2}, {box.Y2}) of '{labeled.ClassName}'");
        if (clipped is not { Width: > 0, Height: > 0 })
        {
            report.Fault(DataCodes.BoxOutside, path, $"{where} lies outside the image of {width} x {height} pixels; the object is left out.", "Correct the box, or remove the line.", labeled.Line);
            return null;
        }
        // Labels are often a pixel too far: nothing is lost by that.
        if (Math.Max(Math.Max(-box.X1, -box.Y1), Math.Max(box.X2 - width, box.Y2 - height)) > 1)
            report.Warning(DataCodes.BoxOutside, path, $"{where} reaches beyond the image of {width} x {height} pixels; what is inside counts.", "Correct the box.", labeled.Line);
        return labeled with { Box = clipped };
    }
}
