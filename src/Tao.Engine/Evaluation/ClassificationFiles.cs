using Tao.Engine.IO;
using Tao.Objectives.Classification;

namespace Tao.Engine.Evaluation;

/// <summary>Writes an evaluation as files that a spreadsheet opens.</summary>
internal static class ClassificationFiles
{
    public const string ConfusionFile = "confusion_matrix.csv";
    public const string PerClassFile = "per_class.csv";

    public static void Write(ConfusionMatrix confusion, Func<string, string> output)
    {
        AtomicFile.WriteText(output(ConfusionFile), CsvText.Of(ConfusionRows(confusion)));
        AtomicFile.WriteText(output(PerClassFile), CsvText.Of(ClassRows(confusion)));
    }

    private static IEnumerable<string[]> ConfusionRows(ConfusionMatrix confusion)
    {
        yield return ["truth", .. confusion.Classes];
        for (int truth = 0; truth < confusion.Classes.Length; truth++)
        {
            int row = truth;
            yield return [confusion.Classes[row], .. confusion.Classes.Select((_, prediction) => CsvText.Number(confusion[row, prediction]))];
        }
    }

    private static IEnumerable<string[]> ClassRows(ConfusionMatrix confusion)
    {
        yield return ["class", "precision", "recall", "f1", "support"];
        for (int i = 0; i < confusion.Classes.Length; i++)
        {
            yield return
            [
                confusion.Classes[i],
                CsvText.Number(confusion.Precision(i)),
                CsvText.Number(confusion.Recall(i)),
                CsvText.Number(confusion.F1(i)),
                CsvText.Number(confusion.Support(i)),
            ];
        }
    }
}
