using Tao.Data.Detection;
using Tao.Objectives.Detection;

namespace Tao.Objectives.Tests.Detection;

/// <summary>
/// Average precision straight from its definition and as slow as that: for every number of answers the matching is done anew, the envelope at
/// a recall is looked for among all points, and the area is summed over the recalls' own steps.
/// </summary>
internal static class ReferenceAveragePrecision
{
    public static double Of(IReadOnlyList<(DetectedBox[] Answers, GroundTruthBox[] Truths)> images, int classIndex, double minIou, AveragePrecisionMode mode)
    {
        var answers = images
            .SelectMany((image, i) => image.Answers.Where(answer => answer.Class == classIndex).Select(answer => (Image: i, Answer: answer)))
            .OrderByDescending(pair => pair.Answer.Score)
            .ToList();
        int positives = images.Sum(image => image.Truths.Count(truth => truth.Class == classIndex && !truth.Difficult));
        var points = new List<(double Recall, double Precision)>();
        for (int count = 1; count <= answers.Count; count++)
        {
            var (right, wrong) = Count(answers.Take(count), images, classIndex, minIou);
            if (right + wrong > 0)
                points.Add((positives == 0 ? 0 : (double)right / positives, (double)right / (right + wrong)));
        }
        double At(double recall) => points.Where(point => point.Recall >= recall).Select(point => point.Precision).DefaultIfEmpty(0).Max();
        if (mode == AveragePrecisionMode.Sample)
            return Enumerable.Range(0, 11).Average(i => At(i / 10.0));
        if (mode == AveragePrecisionMode.Coco)
            return Enumerable.Range(0, 101).Average(i => At(i / 100.0));
        var recalls = points.Select(point => point.Recall).Where(recall => recall > 0).Distinct().Order().ToList();
        return recalls.Select((recall, i) => (recall - (i == 0 ? 0 : recalls[i - 1])) * At(recall)).Sum();
    }

    private static (int Right, int Wrong) Count(
        IEnumerable<(int Image, DetectedBox Answer)> answers, IReadOnlyList<(DetectedBox[] Answers, GroundTruthBox[] Truths)> images, int classIndex, double minIou)
    {
        int right = 0, wrong = 0;
        var free = images.Select(image => image.Truths.Where(truth => truth.Class == classIndex).ToList()).ToList();
        foreach (var (image, answer) in answers)
        {
            var best = free[image].Select(truth => (Truth: truth, Iou: BoundingBox.Iou(truth.Box, answer.Box))).OrderByDescending(pair => pair.Iou).FirstOrDefault();
            if (best.Iou <= 0 || best.Iou < minIou)
            {
                wrong++;
                continue;
            }
            free[image].Remove(best.Truth);
            right += best.Truth.Difficult ? 0 : 1;
        }
        return (right, wrong);
    }
}
