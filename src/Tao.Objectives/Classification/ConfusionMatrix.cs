using System.Collections.Immutable;

namespace Tao.Objectives.Classification;

/// <summary>Counts of (true class, predicted class); rows are the truth.</summary>
public sealed class ConfusionMatrix(ImmutableArray<string> classes)
{
    private readonly long[,] _counts = new long[classes.Length, classes.Length];

    public ImmutableArray<string> Classes => classes;

    public long this[int truth, int prediction] => _counts[truth, prediction];

    public void Add(int truth, int prediction) => _counts[truth, prediction]++;

    public long Total => Indices.Sum(Support);

    public double Accuracy => Ratio(Indices.Sum(index => _counts[index, index]), Total);

    /// <summary>Number of samples of the class.</summary>
    public long Support(int classIndex) => Indices.Sum(prediction => _counts[classIndex, prediction]);

    /// <summary>Share of right ones among the samples predicted as the class; 0 when there are none, as scikit-learn has it.</summary>
    public double Precision(int classIndex) => Ratio(_counts[classIndex, classIndex], Indices.Sum(truth => _counts[truth, classIndex]));

    /// <summary>Share of the class's samples that were found; 0 when there are none.</summary>
    public double Recall(int classIndex) => Ratio(_counts[classIndex, classIndex], Support(classIndex));

    /// <summary>Harmonic mean of precision and recall.</summary>
    public double F1(int classIndex)
    {
        double precision = Precision(classIndex), recall = Recall(classIndex);
        return precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall);
    }

    private IEnumerable<int> Indices => Enumerable.Range(0, classes.Length);

    private static double Ratio(double part, double whole) => whole == 0 ? 0 : part / whole;
}
