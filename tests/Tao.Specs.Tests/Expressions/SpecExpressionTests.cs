using System.Globalization;
using Tao.Specs.Expressions;

namespace Tao.Specs.Tests.Expressions;

public sealed class SpecExpressionTests
{
    private static string Show(ExpressionValue value) =>
        value.IsNumber ? value.Number.ToString(CultureInfo.InvariantCulture) : $"[{string.Join(' ', value.Items.Select(Show))}]";

    [Theory]
    [InlineData("1", "1")]
    [InlineData(" .5 ", "0.5")]
    [InlineData("1.", "1")]
    [InlineData("5e-5", "5E-05")]
    [InlineData("1 + 2 * 3", "7")]
    [InlineData("(1 + 2) * 3", "9")]
    [InlineData("8 / 4 / 2", "1")]
    [InlineData("2 - 3 - 4", "-5")]
    [InlineData("-2 ** 2", "-4")]
    [InlineData("2 ** -1", "0.5")]
    [InlineData("2 ** 3 ** 2", "512")]
    [InlineData("--3", "3")]
    [InlineData("+1", "1")]
    [InlineData("[]", "[]")]
    [InlineData("()", "[]")]
    [InlineData("[1]", "[1]")]
    [InlineData("(1)", "1")]
    [InlineData("(1,)", "[1]")]
    [InlineData("1, 2", "[1 2]")]
    [InlineData("[1, 2, ]", "[1 2]")]
    [InlineData("[1.0, 1.0/4.0]", "[1 0.25]")]
    [InlineData("[(10,13),(16,30)]", "[[10 13] [16 30]]")]
    [InlineData("[[1.0, 2.0, 0.5], \\\n [1]]", null)]
    [InlineData("[(1, 2)]", "[[1 2]]")]
    [InlineData("[(1 + 2) * (2 - 1)]", "[3]")]
    public void Python_literals_are_computed(string text, string? expected)
    {
        var bag = new DiagnosticBag();

        var value = SpecExpression.Evaluate(text, null, bag);

        Assert.Equal(expected, value is null ? null : Show(value));
        Assert.Equal(expected is null, bag.HasErrors);
    }

    [Theory]
    [InlineData("", 1)]
    [InlineData("1 +", 4)]
    [InlineData("[1, 2", 1)]
    [InlineData("[1 2]", 4)]
    [InlineData("1/0", 2)]
    [InlineData("[1] + 2", 5)]
    [InlineData("-[1]", 1)]
    [InlineData("import os", 1)]
    [InlineData("1e999", 1)]
    [InlineData("1.2.3", 1)]
    [InlineData("12abc", 1)]
    [InlineData("3 // 2", 3)]
    [InlineData("9**9**9**9", 5)]
    [InlineData("[1))", 3)]
    [InlineData("1)", 2)]
    public void Errors_name_the_column_inside_the_string(string text, int character)
    {
        var bag = new DiagnosticBag();

        Assert.Null(SpecExpression.Evaluate(text, new("spec.txt", 4, 10), bag));

        var only = Assert.Single(bag.Items);
        Assert.Equal(new SourceLocation("spec.txt", 4, 10 + character), only.Location);
        Assert.Equal(SpecCodes.BadExpression, only.Code);
    }

    [Fact]
    public void Deep_nesting_is_refused_and_not_a_crash()
    {
        foreach (var text in new[] { new string('(', 100_000), new string('-', 100_000), string.Concat(Enumerable.Repeat("2**", 100_000)) })
        {
            var bag = new DiagnosticBag();
            Assert.Null(SpecExpression.Evaluate(text, null, bag));
            Assert.True(bag.HasErrors);
        }
    }

    [Fact]
    public void Sequences_convert_to_numbers_and_rows()
    {
        var bag = new DiagnosticBag();
        var flat = SpecExpression.Evaluate("[1, 2]", null, bag)!;
        var rows = SpecExpression.Evaluate("[(1, 2), (3, 4)]", null, bag)!;

        Assert.Equal([1.0, 2.0], flat.AsNumbers()!.Value);
        Assert.Null(rows.AsNumbers());
        Assert.Equal([3.0, 4.0], rows.AsRows()!.Value[1]);
        Assert.Null(flat.AsRows());
    }
}
