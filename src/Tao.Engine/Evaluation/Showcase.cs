using System.Globalization;
using System.Text.Json;
using Tao.Data.Classification;
using Tao.Data.Loading;
using Tao.Engine.Inference;
using Tao.Engine.IO;
using Tao.Objectives;

namespace Tao.Engine.Evaluation;

/// <summary>Collects how well the answers of an evaluation fit, and writes the worst and the best of them with their pictures.</summary>
internal sealed class Showcase(IObjective objective, ImageDataset images)
{
    public const string FileName = "examples.json";

    // Of each end; a page shows them side by side.
    private const int Shown = 6;

    // Boxes less sure than this would cover the picture.
    private const float SmallestScore = 0.3f;

    private readonly List<(int Index, double Fit, Answer Answer)> _seen = [];

    public void Add(IReadOnlyList<ReadOnlyMemory<float>> predictions, ImageBatch batch)
    {
        var answers = objective.Decode(predictions, batch.Count);
        for (int i = 0; i < batch.Count; i++)
        {
            double fit = objective.Fit(predictions, i, images.Samples[batch.Indices[i]]);
            _seen.Add((batch.Indices[i], double.IsNaN(fit) ? 0 : fit, answers[i]));
        }
        Trim();
    }

    /// <summary>Writes <see cref="FileName"/>: the worst first.</summary>
    public void Write(string path)
    {
        var examples = Ranked().Select(seen => Describe(seen.Index, seen.Fit, seen.Answer));
        AtomicFile.WriteText(path, JsonSerializer.Serialize(examples, EngineJson.Options) + "\n");
    }

    private IEnumerable<(int Index, double Fit, Answer Answer)> Ranked() => _seen.OrderBy(seen => seen.Fit).ThenBy(seen => seen.Index);

    /// <summary>Answers in the middle will not be shown, however many images follow.</summary>
    private void Trim()
    {
        if (_seen.Count <= 2 * Shown)
            return;
        var ranked = Ranked().ToArray();
        _seen.Clear();
        _seen.AddRange(ranked[..Shown]);
        _seen.AddRange(ranked[^Shown..]);
    }

    private Example Describe(int index, double fit, Answer answer)
    {
        var sample = images.Samples[index];
        var classes = images.LabelSets;
        if (!images.LabelsBoxes)
        {
            string truth = string.Join(", ", sample.Labels.Select((label, set) => classes[set].Classes[label]));
            return new Example(sample.RelativePath, fit, truth, answer.Caption, Picture(sample, []));
        }
        FoundObject[] found = [.. answer.Boxes.Where(box => box.Score >= SmallestScore).Select(box => FoundObject.Of(box, classes[0].Classes[box.Class], sample.Width, sample.Height))];
        return new Example(sample.RelativePath, fit, Count(sample.Boxes.Select(box => classes[0].Classes[box.Class])), Count(found.Select(item => item.ClassName)), Picture(sample, found));
    }

    private string Picture(ImageSample sample, IReadOnlyList<FoundObject> found) =>
        ExamplePictures.Draw(images.PathOf(sample), sample, found, name => ClassPalette.ColorOf(images.LabelSets[0].Classes.IndexOf(name)));

    /// <summary>For example <c>3 car, 1 pedestrian</c>.</summary>
    private static string Count(IEnumerable<string> names)
    {
        string[] counts = [.. names.GroupBy(name => name).OrderBy(group => group.Key, StringComparer.Ordinal).Select(group => string.Create(CultureInfo.InvariantCulture, $"{group.Count()} {group.Key}"))];
        return counts.Length == 0 ? "nothing" : string.Join(", ", counts);
    }
}
