using System.Collections;
using System.Collections.Immutable;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text;
using Tao.Graph;
using Tao.Networks;

namespace Tao.Networks.Tests.Contract;

/// <summary>Everything that a bound spec tells the engine, as one text.</summary>
internal static class Effects
{
    public static string Of(BoundNetwork network, ImmutableArray<Tao.Data.Classification.LabelSet> labelSets)
    {
        var text = new StringBuilder();
        Print(text, network.Training);
        Print(text, network.Dataset);
        Print(text, network.Evaluation);
        Print(text, network.DescribeLabels(labelSets));
        Print(text, Captured(network.CreateObjective(labelSets, [])));
        return text.Append(GraphJson.Serialize(network.BuildGraph(labelSets))).ToString();
    }

    /// <summary>An objective says nothing of itself: its constructor's arguments are the fields.</summary>
    private static object?[] Captured(object objective) =>
        [.. objective.GetType().GetFields(BindingFlags.Instance | BindingFlags.NonPublic).Select(field => field.GetValue(objective))];

    private static void Print(StringBuilder text, object? value)
    {
        switch (value)
        {
            case null or string or bool or IFormattable:
                text.Append(System.Globalization.CultureInfo.InvariantCulture, $"{value};");
                break;
            case ITuple tuple:
                for (int i = 0; i < tuple.Length; i++)
                    Print(text, tuple[i]);
                break;
            case IEnumerable items:
                foreach (var item in items)
                    Print(text, item);
                break;
            default:
                text.Append(value.GetType().Name).Append('{');
                foreach (var property in value.GetType().GetProperties(BindingFlags.Instance | BindingFlags.Public).Where(property => property.GetIndexParameters().Length == 0).OrderBy(property => property.Name, StringComparer.Ordinal))
                {
                    text.Append(property.Name).Append('=');
                    Print(text, property.GetValue(value));
                }
                text.Append('}');
                break;
        }
    }
}
