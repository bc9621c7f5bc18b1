using Tao.Objectives.Classification;

namespace Tao.Objectives.Tests.Classification;

/// <summary>
/// scikit-learn's own example has three classes; here rows are the truth, as there:
/// <code>
///        a  b  c
///     a  3  1  0
///     b  2  4  0
///     c  0  1  0
/// </code>
/// </summary>
public sealed class ConfusionMatrixTests
{
    internal static ConfusionMatrix Sample()
    {
        var matrix = new ConfusionMatrix(["a", "b", "c"]);
        int[,] counts = { { 3, 1, 0 }, { 2, 4, 0 }, { 0, 1, 0 } };
        for (var truth = 0; truth < 3; truth++)
        {
            for (var prediction = 0; prediction < 3; prediction++)
            {
                for (var i = 0; i < counts[truth, prediction]; i++)
                    matrix.Add(truth, prediction);
            }
        }
        return matrix;
    }

    [Theory]
    [InlineData(0, 3 / 5.0, 3 / 4.0, 2 / 3.0, 4)]
    [InlineData(1, 4 / 6.0, 4 / 6.0, 4 / 6.0, 6)]
    [InlineData(2, 0, 0, 0, 1)]
    public void Precision_recall_f1_and_support(int index, double precision, double recall, double f1, long support)
    {
        var matrix = Sample();
        Assert.Equal(precision, matrix.Precision(index), 1e-12);
        Assert.Equal(recall, matrix.Recall(index), 1e-12);
        Assert.Equal(f1, matrix.F1(index), 1e-12);
        Assert.Equal(support, matrix.Support(index));
    }

    [Fact]
    public void Accuracy_is_the_share_on_the_diagonal()
    {
        var matrix = Sample();
        Assert.Equal((11, 7 / 11.0), (matrix.Total, matrix.Accuracy));
        Assert.Equal((2, 1), (matrix[1, 0], matrix[0, 1]));
        Assert.Equal((0, 0), (new ConfusionMatrix(["a"]).Total, new ConfusionMatrix(["a"]).Accuracy));
    }
}
