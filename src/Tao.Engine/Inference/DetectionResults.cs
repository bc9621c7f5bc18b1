using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Tao.Data.Classification;
using Tao.Engine.IO;
using Tao.Engine.Stages;

namespace Tao.Engine.Inference;

/// <summary>
/// Writes what a detector found: KITTI label files with scores and annotated images, one for each image, and all of it as one CSV file and one
/// JSON file.
/// </summary>
internal sealed class DetectionResults(StageContext context, ImageDataset images, string shownRoot, ImmutableArray<string> classes, DetectionDisplay display)
{
    private const string CsvFile = "result.csv";
    private const string JsonFile = "detections.json";
    private const string LabelsFolder = "labels";
    private const string AnnotatedFolder = "images_annotated";

    public StageOutcome Write(IReadOnlyList<Prediction> predictions, CancellationToken cancellation)
    {
        var found = predictions.Select(prediction => (prediction.Sample, Objects: Told(prediction))).ToList();
        AtomicFile.WriteText(context.Output(CsvFile), Csv(found));
        AtomicFile.WriteText(context.Output(JsonFile), Json(found));
        AtomicDirectory.Replace(context.Output(LabelsFolder), folder =>
        {
            foreach (var (sample, objects) in found)
                AtomicFile.WriteText(Path.Combine(folder, Path.ChangeExtension(sample.RelativePath, ".txt")), string.Concat(objects.Select(KittiLine)));
        });
        AtomicDirectory.Replace(context.Output(AnnotatedFolder), folder =>
        {
            foreach (var (sample, objects) in found)
            {
                cancellation.ThrowIfCancellationRequested();
                AnnotatedBoxes.Write(images.PathOf(sample), Path.Combine(folder, sample.RelativePath + ".png"), objects, name => display.ColorOf(name, classes));
            }
        });
        var metrics = ImmutableSortedDictionary.CreateBuilder<string, double>(StringComparer.Ordinal);
        metrics["images"] = found.Count;
        metrics["objects"] = found.Sum(image => image.Objects.Length);
        foreach (string name in classes)
            metrics[$"objects/{name}"] = found.Sum(image => image.Objects.Count(item => item.ClassName == name));
        return StageOutcome.Of(metrics.ToImmutable(), ("result", CsvFile), ("detections", JsonFile));
    }

    private ImmutableArray<FoundObject> Told(Prediction prediction) =>
        [.. prediction.Answer.Boxes.Select(box => FoundObject.Of(box, classes[box.Class], prediction.Sample.Width, prediction.Sample.Height)).Where(display.Shows)];

    private string Csv(IEnumerable<(ImageSample Sample, ImmutableArray<FoundObject> Objects)> found)
    {
        string[] header = ["image", "class", "score", "x1", "y1", "x2", "y2"];
        var rows = found.SelectMany(image => image.Objects, (image, item) => (string[])
            [Shown(image.Sample), item.ClassName, Text(Score(item)), .. Corners(item).Select(Text)]);
        return CsvText.Of(rows.Prepend(header));
    }

    private string Json(IEnumerable<(ImageSample Sample, ImmutableArray<FoundObject> Objects)> found)
    {
        var document = found.Select(image => new
        {
            Image = Shown(image.Sample),
            image.Sample.Width,
            image.Sample.Height,
            Objects = image.Objects.Select(item => new
            {
                Class = item.ClassName,
                Score = Score(item),
                Box = Corners(item),
            }),
        });
        return JsonSerializer.Serialize(document, EngineJson.Options) + "\n";
    }

    /// <summary>What the model does not tell is 0 in KITTI's columns; the score is the sixteenth.</summary>
    private static string KittiLine(FoundObject item) => string.Create(
        CultureInfo.InvariantCulture,
        $"{item.ClassName} 0.00 0 0.00 {item.Box.X1:F2} {item.Box.Y1:F2} {item.Box.X2:F2} {item.Box.Y2:F2} 0.00 0.00 0.00 0.00 0.00 0.00 0.00 {item.Score:F4}\n");

    private string Shown(ImageSample sample) => Path.Combine(shownRoot, sample.RelativePath);

    private static double Score(FoundObject item) => Math.Round(item.Score, 4);

    /// <summary>To a hundredth of a pixel.</summary>
    private static double[] Corners(FoundObject item) =>
        [Math.Round(item.Box.X1, 2), Math.Round(item.Box.Y1, 2), Math.Round(item.Box.X2, 2), Math.Round(item.Box.Y2, 2)];

    private static string Text(double value) => value.ToString(CultureInfo.InvariantCulture);
}
