using System.Globalization;
using Tao.Objectives.Classification;

namespace Tao.Objectives.Tests.Classification;

public sealed class ClassificationReportTests
{
    private const string Golden = """
        Confusion matrix (rows: truth)
        a                3     1     0
        b                2     4     0
        c                0     1     0

                     precision    recall  f1-score   support
        a               0.6000    0.7500    0.6667         4
        b               0.6667    0.6667    0.6667         6
        c               0.0000    0.0000    0.0000         1

        accuracy        0.6364   of 11 samples

        """;

    [Theory]
    [InlineData("en-US")]
    [InlineData("de-DE")]
    public void The_text_is_the_reviewed_one_whatever_the_culture(string culture)
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
            Assert.Equal(Golden.ReplaceLineEndings("\n"), ClassificationReport.Format(ConfusionMatrixTests.Sample()));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void Long_names_widen_the_first_column()
    {
        var matrix = new ConfusionMatrix(["a", "a_rather_long_class_name"]);
        matrix.Add(1, 1);
        var lines = ClassificationReport.Format(matrix).Split('\n');
        Assert.Equal("a_rather_long_class_name       0     1", lines[2]);
        Assert.All(lines[5..7], line => Assert.Equal(lines[4].Length, line.Length));
    }
}
