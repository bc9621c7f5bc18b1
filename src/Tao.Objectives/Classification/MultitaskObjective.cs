using System.Collections.Immutable;
using System.Globalization;
using Tao.Data.Classification;
using Tao.Data.Loading;
using Tao.Graph;
using TorchSharp;
using static TorchSharp.torch;

namespace Tao.Objectives.Classification;

/// <summary>
/// Several labels an image, one output each: the loss is the weighted sum of the tasks' cross-entropies. Outputs of the graph, label sets and
/// the columns of a batch's targets have the same order.
/// </summary>
/// <param name="taskWeights">Weight of each task's loss in the order of the label sets.</param>
public sealed class MultitaskObjective(ImmutableArray<LabelSet> labelSets, ImmutableArray<float> taskWeights) : IObjective
{
    public KeyMetrics KeyMetrics => KeyMetrics.Classification;

    public ImmutableArray<string> LossValues(NetworkGraph graph) => [.. graph.Outputs.Select(output => ClassificationObjective.LogitsOf(graph, output))];

    public ImmutableArray<string> PredictionValues(NetworkGraph graph) => [.. graph.Outputs];

    /// <summary>Samples × the classes of all tasks, side by side.</summary>
    public Tensor AssignTargets(ImageBatch batch)
    {
        int width = labelSets.Sum(set => set.Classes.Length);
        return tensor(batch.Targets.AsSpan(0, batch.Count * width).ToArray(), batch.Count, width);
    }

    public Tensor Loss(IReadOnlyList<Tensor> values, Tensor targets) =>
        Tasks(values, targets).Select((task, i) => ClassificationObjective.CrossEntropy(task.Logits, task.Targets, []) * taskWeights[i]).Aggregate((sum, loss) => sum + loss);

    /// <summary>Each task's <c>acc</c> and <c>loss</c>, and their <c>acc</c> on average.</summary>
    public IReadOnlyDictionary<string, double> LogSums(IReadOnlyList<Tensor> values, Tensor targets)
    {
        using var noGrad = no_grad();
        var sums = new Dictionary<string, double> { ["acc"] = 0 };
        foreach (var ((logits, wanted), set) in Tasks(values, targets).Zip(labelSets))
        {
            double correct = ClassificationObjective.CountCorrect(logits, wanted);
            sums[$"{set.Name}_acc"] = correct;
            sums[$"{set.Name}_loss"] = ClassificationObjective.CrossEntropy(logits, wanted, []).ToDouble() * wanted.size(0);
            sums["acc"] += correct / labelSets.Length;
        }
        return sums;
    }

    public IMetrics CreateMetrics() => new MultitaskMetrics(labelSets, taskWeights);

    public ImmutableArray<Answer> Decode(IReadOnlyList<ReadOnlyMemory<float>> predictions, int count) =>
        [.. Enumerable.Range(0, count).Select(sample => Answer(predictions, sample))];

    private List<(Tensor Logits, Tensor Targets)> Tasks(IReadOnlyList<Tensor> values, Tensor targets)
    {
        var tasks = new List<(Tensor, Tensor)>();
        long start = 0;
        foreach (var (logits, set) in values.Zip(labelSets))
        {
            tasks.Add((logits, targets.narrow(1, start, set.Classes.Length)));
            start += set.Classes.Length;
        }
        return tasks;
    }

    /// <summary>The probability of the image's label in the task that knows least of it.</summary>
    public double Fit(IReadOnlyList<ReadOnlyMemory<float>> predictions, int index, ImageSample truth) =>
        labelSets.Select((set, task) => (double)predictions[task].Span[(index * set.Classes.Length) + truth.Labels[task]]).Min();

    private Answer Answer(IReadOnlyList<ReadOnlyMemory<float>> predictions, int sample)
    {
        var cells = ImmutableArray.CreateBuilder<object>();
        var (captions, lines) = (new List<string>(), new List<string>());
        foreach (var (set, values) in labelSets.Zip(predictions))
        {
            var probabilities = values.Span.Slice(sample * set.Classes.Length, set.Classes.Length);
            int best = ClassificationObjective.Best(probabilities);
            cells.Add(set.Classes[best]);
            cells.Add(probabilities[best]);
            captions.Add(string.Create(CultureInfo.InvariantCulture, $"{set.Classes[best]} {probabilities[best]:P0}"));
            string[] shown = [.. probabilities.ToArray().Select(probability => probability.ToString("F4", CultureInfo.InvariantCulture))];
            lines.Add($"{set.Name} = {set.Classes[best]} [{string.Join(", ", shown)}]");
        }
        return new Answer(cells.ToImmutable(), string.Join("  ", captions), string.Join('\n', lines));
    }
}
