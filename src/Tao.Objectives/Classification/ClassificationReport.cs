using System.Globalization;
using System.Text;

namespace Tao.Objectives.Classification;

/// <summary>The confusion matrix and per-class table as text, laid out as scikit-learn users know it.</summary>
public static class ClassificationReport
{
    public static string Format(ConfusionMatrix confusion)
    {
        int width = Math.Max(12, confusion.Classes.Max(name => name.Length) + 2);
        var text = new StringBuilder("Confusion matrix (rows: truth)\n");
        int cell = Math.Max(6, confusion.Total.ToString(CultureInfo.InvariantCulture).Length + 2);
        for (int truth = 0; truth < confusion.Classes.Length; truth++)
        {
            text.Append(confusion.Classes[truth].PadRight(width));
            for (int prediction = 0; prediction < confusion.Classes.Length; prediction++)
                text.Append(confusion[truth, prediction].ToString(CultureInfo.InvariantCulture).PadLeft(cell));
            text.Append('\n');
        }
        text.Append('\n').Append("".PadRight(width)).Append(" precision    recall  f1-score   support\n");
        for (int i = 0; i < confusion.Classes.Length; i++)
            text.Append(Row(confusion.Classes[i].PadRight(width), confusion.Precision(i), confusion.Recall(i), confusion.F1(i), confusion.Support(i)));
        return text.Append(CultureInfo.InvariantCulture, $"\n{"accuracy".PadRight(width)}{confusion.Accuracy,10:F4}   of {confusion.Total} samples\n").ToString();
    }

    private static string Row(string name, double precision, double recall, double f1, long support) =>
        string.Create(CultureInfo.InvariantCulture, $"{name}{precision,10:F4}{recall,10:F4}{f1,10:F4}{support,10}\n");
}
