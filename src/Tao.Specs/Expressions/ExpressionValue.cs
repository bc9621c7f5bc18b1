using System.Collections.Immutable;

namespace Tao.Specs.Expressions;

/// <summary>What an expression yields: a number, or a sequence (list and tuple are alike).</summary>
public sealed class ExpressionValue
{
    private readonly double _number;

    private ExpressionValue(double number, ImmutableArray<ExpressionValue> items)
    {
        _number = number;
        Items = items;
    }

    /// <summary>The members of a sequence; default for a number.</summary>
    public ImmutableArray<ExpressionValue> Items { get; }

    public bool IsNumber => Items.IsDefault;

    /// <exception cref="InvalidOperationException">The value is a sequence.</exception>
    public double Number => IsNumber ? _number : throw new InvalidOperationException("The value is a sequence.");

    public static ExpressionValue Of(double number) => new(number, default);

    public static ExpressionValue Of(IEnumerable<ExpressionValue> items) => new(0, [.. items]);

    /// <summary>The numbers of a flat sequence; null when the value is anything else.</summary>
    public ImmutableArray<double>? AsNumbers() => !IsNumber && Items.All(item => item.IsNumber) ? [.. Items.Select(item => item.Number)] : null;

    /// <summary>The rows of a sequence of flat sequences, such as anchors; null when the value is anything else.</summary>
    public ImmutableArray<ImmutableArray<double>>? AsRows()
    {
        if (IsNumber)
            return null;
        var rows = Items.Select(item => item.AsNumbers()).ToList();
        return rows.Contains(null) ? null : [.. rows.Select(row => row!.Value)];
    }
}
