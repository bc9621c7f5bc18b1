using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using Tao.Data.Classification;

namespace Tao.Data.Detection;

/// <summary>COCO's annotation files: JSON with <c>images</c>, <c>annotations</c> (boxes as x, y, width, height) and <c>categories</c>.</summary>
public static class CocoAnnotationFile
{
    /// <summary>The images in the file's order, with their usable objects; what is not usable is reported.</summary>
    internal static ImmutableArray<LabeledImage> Read(string path, string imageDirectory, ScanReport report)
    {
        try
        {
            using var document = JsonDocument.Parse(File.ReadAllText(path, Encoding.UTF8));
            return Read(document.RootElement, path, imageDirectory, report);
        }
        catch (JsonException e)
        {
            report.Error(DataCodes.LabelLine, path, $"The annotations are no JSON: {e.Message}", "Write them again in COCO's format.", (int)(e.LineNumber ?? 0) + 1);
        }
        catch (Exception e) when (e is KeyNotFoundException or InvalidOperationException or FormatException)
        {
            report.Error(DataCodes.LabelLine, path, $"The annotations are not in COCO's format: {e.Message}", "They have images (id, file_name), annotations (image_id, category_id, bbox) and categories (id, name).");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            report.Error(DataCodes.AccessDenied, path, $"The annotations cannot be read: {e.Message}", "Check that the file exists and its permissions.");
        }
        return [];
    }

    private static ImmutableArray<LabeledImage> Read(JsonElement root, string path, string imageDirectory, ScanReport report)
    {
        var names = root.GetProperty("categories").EnumerateArray().ToDictionary(category => category.GetProperty("id").GetInt64(), category => category.GetProperty("name").GetString()!);
        var objects = new Dictionary<long, List<LabeledObject>>();
        List<(long Id, string File)> images = [];
        foreach (var image in root.GetProperty("images").EnumerateArray())
        {
            var id = image.GetProperty("id").GetInt64();
            images.Add((id, image.GetProperty("file_name").GetString()!));
            if (!objects.TryAdd(id, []))
                report.Fault(DataCodes.LabelLine, path, $"Two images have the id {id}.", "Give every image an id of its own.");
        }
        foreach (var annotation in root.GetProperty("annotations").EnumerateArray())
            AddObject(annotation, names, objects, path, report);
        return [.. images.Select(image => new LabeledImage(Path.GetFullPath(Path.Combine(imageDirectory, image.File)), path, [.. objects[image.Id]]))];
    }

    private static void AddObject(
        JsonElement annotation, Dictionary<long, string> names, Dictionary<long, List<LabeledObject>> objects, string path, ScanReport report)
    {
        var (image, category) = (annotation.GetProperty("image_id").GetInt64(), annotation.GetProperty("category_id").GetInt64());
        var label = annotation.TryGetProperty("id", out var id) ? $"annotation {id}" : "an annotation";
        if (!objects.TryGetValue(image, out var list) || !names.TryGetValue(category, out var name))
        {
            var what = list is null ? $"the image {image}" : $"the category {category}";
            report.Fault(DataCodes.LabelLine, path, $"There is no {what[4..]}, which {label} names.", "Correct the id, or remove the annotation.");
            return;
        }
        float[] box = [.. annotation.GetProperty("bbox").EnumerateArray().Select(value => value.GetSingle())];
        if (box.Length != 4)
        {
            report.Fault(DataCodes.LabelLine, path, $"The box of {label} has {box.Length} numbers.", "A box has four: x, y, width and height.");
            return;
        }
        var corners = new BoundingBox(box[0], box[1], box[0] + box[2], box[1] + box[3]);
        if (BoxCheck.HasArea(corners, path, 1, report))
            list.Add(new LabeledObject(name, corners, 1) { Occlusion = annotation.TryGetProperty("iscrowd", out var crowd) && crowd.GetInt32() != 0 ? 1 : 0 });
    }
}
