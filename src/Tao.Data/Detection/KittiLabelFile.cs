using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Tao.Data.Classification;

namespace Tao.Data.Detection;

/// <summary>
/// KITTI's label files: a line for each object, of class, truncation, occlusion, alpha, box (x1 y1 x2 y2), size (h w l), place (x y z) and
/// rotation, in detections also the score. An empty file says that there is nothing on the image.
/// </summary>
public static class KittiLabelFile
{
    private const int Columns = 15;
    private const string Remedy = "A line has 15 columns: class truncation occlusion alpha x1 y1 x2 y2 h w l x y z rotation_y.";

    /// <summary>The usable objects; each line that is not is reported.</summary>
    internal static ImmutableArray<LabeledObject> Read(string path, ScanReport report)
    {
        try
        {
            return Parse(File.ReadAllText(path, Encoding.UTF8), path, report);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            report.Fault(DataCodes.AccessDenied, path, $"The label file cannot be read: {e.Message}", "Check its permissions.");
            return [];
        }
    }

    internal static ImmutableArray<LabeledObject> Parse(string text, string path, ScanReport report)
    {
        var objects = ImmutableArray.CreateBuilder<LabeledObject>();
        var number = 0;
        foreach (var line in text.TrimStart('\uFEFF').AsSpan().EnumerateLines())
        {
            number++;
            var columns = line.ToString().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
            if (columns.Length > 0 && ParseLine(columns, number, path, report) is { } found)
                objects.Add(found);
        }
        return objects.ToImmutable();
    }

    /// <summary>A line of KITTI's format, with the score as the sixteenth column where there is one.</summary>
    public static string Format(LabeledObject labeled, float? score = null)
    {
        ArgumentNullException.ThrowIfNull(labeled);
        var (box, world) = (labeled.Box, labeled.World);
        var line = string.Create(
            CultureInfo.InvariantCulture,
            $"{labeled.ClassName.Replace(' ', '_')} {labeled.Truncation:F2} {labeled.Occlusion} {world.Alpha:F2} {box.X1:F2} {box.Y1:F2} {box.X2:F2} {box.Y2:F2} {world.Height:F2} {world.Width:F2} {world.Length:F2} {world.X:F2} {world.Y:F2} {world.Z:F2} {world.RotationY:F2}");
        return score is { } value ? line + string.Create(CultureInfo.InvariantCulture, $" {value:F4}") : line;
    }

    private static LabeledObject? ParseLine(string[] columns, int line, string path, ScanReport report)
    {
        if (columns.Length is not (Columns or Columns + 1))
        {
            report.Fault(DataCodes.LabelLine, path, $"The line has {columns.Length} columns.", Remedy, line);
            return null;
        }
        var values = new float[Columns];
        for (var i = 1; i < Columns; i++)
        {
            if (float.TryParse(columns[i], NumberStyles.Float, CultureInfo.InvariantCulture, out values[i]) && float.IsFinite(values[i]))
                continue;
            report.Fault(DataCodes.LabelLine, path, $"Column {i + 1} is no number: '{columns[i]}'.", Remedy, line);
            return null;
        }
        var box = new BoundingBox(values[4], values[5], values[6], values[7]);
        return BoxCheck.HasArea(box, path, line, report)
            ? new LabeledObject(columns[0], box, line)
            {
                Truncation = values[1],
                Occlusion = (int)values[2],
                World = new WorldPose(values[3], values[8], values[9], values[10], values[11], values[12], values[13], values[14]),
            }
            : null;
    }
}
