using System.Collections.Immutable;

namespace Tao.Objectives.Classification;

/// <summary>Confusion matrices as tables that a spreadsheet opens.</summary>
internal static class ClassificationTables
{
    /// <param name="task">Empty where there is one task only.</param>
    public static MetricsTable Confusion(ConfusionMatrix confusion, string task = "")
    {
        var rows = ImmutableArray.CreateBuilder<ImmutableArray<object>>();
        rows.Add(["truth", .. confusion.Classes]);
        for (int truth = 0; truth < confusion.Classes.Length; truth++)
        {
            int row = truth;
            rows.Add([confusion.Classes[row], .. confusion.Classes.Select((_, prediction) => (object)confusion[row, prediction])]);
        }
        return new MetricsTable(task.Length == 0 ? "confusion_matrix" : $"confusion_matrix_{task}", rows.ToImmutable());
    }

    /// <summary>One task, which needs no column for its name.</summary>
    public static MetricsTable PerClass(ConfusionMatrix confusion) =>
        new("per_class", [["class", .. _columns], .. Rows(confusion)]);

    public static MetricsTable PerClass(IEnumerable<(string Task, ConfusionMatrix Confusion)> tasks) =>
        new("per_class", [["task", "class", .. _columns], .. tasks.SelectMany(task => Rows(task.Confusion).Select(row => row.Insert(0, task.Task)))]);

    private static readonly ImmutableArray<object> _columns = ["precision", "recall", "f1", "support"];

    private static IEnumerable<ImmutableArray<object>> Rows(ConfusionMatrix confusion) => confusion.Classes.Select((name, i) =>
        ImmutableArray.Create<object>(name, confusion.Precision(i), confusion.Recall(i), confusion.F1(i), confusion.Support(i)));
}
