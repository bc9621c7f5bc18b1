using System.Globalization;
using CsvHelper;
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
        AtomicFile.WriteText(output(ConfusionFile), Csv(csv => WriteConfusion(csv, confusion)));
        AtomicFile.WriteText(output(PerClassFile), Csv(csv => WritePerClass(csv, confusion)));
    }

    private static void WriteConfusion(CsvWriter csv, ConfusionMatrix confusion)
    {
        csv.WriteField("truth");
        foreach (string name in confusion.Classes)
            csv.WriteField(name);
        csv.NextRecord();
        for (int truth = 0; truth < confusion.Classes.Length; truth++)
        {
            csv.WriteField(confusion.Classes[truth]);
            for (int prediction = 0; prediction < confusion.Classes.Length; prediction++)
                csv.WriteField(confusion[truth, prediction]);
            csv.NextRecord();
        }
    }

    private static void WritePerClass(CsvWriter csv, ConfusionMatrix confusion)
    {
        foreach (string column in new[] { "class", "precision", "recall", "f1", "support" })
            csv.WriteField(column);
        csv.NextRecord();
        for (int i = 0; i < confusion.Classes.Length; i++)
        {
            csv.WriteField(confusion.Classes[i]);
            csv.WriteField(confusion.Precision(i));
            csv.WriteField(confusion.Recall(i));
            csv.WriteField(confusion.F1(i));
            csv.WriteField(confusion.Support(i));
            csv.NextRecord();
        }
    }

    private static string Csv(Action<CsvWriter> write)
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
        using (var csv = new CsvWriter(text, new CsvHelper.Configuration.CsvConfiguration(CultureInfo.InvariantCulture) { NewLine = "\n" }))
            write(csv);
        return text.ToString();
    }
}
