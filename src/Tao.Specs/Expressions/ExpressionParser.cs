using System.Globalization;

namespace Tao.Specs.Expressions;

/// <summary>Recursive descent with Python's precedence: ** binds tighter than a sign on its left and is right-associative.</summary>
internal sealed class ExpressionParser(string text)
{
    private const int _maximumDepth = 64;

    private int _offset;
    private int _depth;

    public ExpressionValue Parse()
    {
        var value = SequenceOrValue(end: '\0', isList: false);
        return Peek() == '\0' && _offset >= text.Length ? value : throw Unexpected();
    }

    /// <summary>Skips blanks; NUL at the end.</summary>
    private char Peek()
    {
        while (_offset < text.Length && char.IsWhiteSpace(text[_offset]))
            _offset++;
        return _offset < text.Length ? text[_offset] : '\0';
    }

    private bool TakeIf(string symbol)
    {
        if (Peek() == '\0' || !text.AsSpan(_offset).StartsWith(symbol, StringComparison.Ordinal))
            return false;
        _offset += symbol.Length;
        return true;
    }

    /// <summary>A value, or several with commas between: a tuple needs no parentheses, and without a comma it is its one value.</summary>
    private ExpressionValue SequenceOrValue(char end, bool isList)
    {
        var first = Sum();
        if (Peek() != ',')
            return isList ? ExpressionValue.Of([first]) : first;
        var items = new List<ExpressionValue> { first };
        while (TakeIf(",") && Peek() != end)
            items.Add(Sum());
        return ExpressionValue.Of(items);
    }

    private ExpressionValue Sum()
    {
        var left = Product();
        while (Peek() is '+' or '-')
        {
            var start = _offset++;
            var right = Product();
            left = Arithmetic(text[start], left, right, start);
        }

        return left;
    }

    private ExpressionValue Product()
    {
        var left = Sign();
        while (Peek() is '*' or '/')
        {
            var start = _offset++;
            if (text[start] == '/' && Peek() == '/')
                throw new ExpressionException(start, "'//' is not supported.");
            var right = Sign();
            left = Arithmetic(text[start], left, right, start);
        }

        return left;
    }

    private ExpressionValue Sign()
    {
        if (Peek() is not ('+' or '-'))
            return Power();
        var start = _offset++;
        Deepen();
        var value = ExpressionValue.Of(text[start] == '-' ? -NumberOf(Sign(), start) : NumberOf(Sign(), start));
        _depth--;
        return value;
    }

    private ExpressionValue Power()
    {
        var left = Atom();
        if (Peek() != '*' || _offset + 1 >= text.Length || text[_offset + 1] != '*')
            return left;
        var start = _offset;
        _offset += 2;
        Deepen();
        var right = Sign();
        _depth--;
        return Arithmetic('^', left, right, start);
    }

    private ExpressionValue Atom()
    {
        return Peek() switch
        {
            '(' or '[' => Bracketed(),
            '.' or (>= '0' and <= '9') => Number(_offset),
            _ => throw Unexpected(),
        };
    }

    private ExpressionValue Bracketed()
    {
        var start = _offset;
        var isList = text[_offset++] == '[';
        var end = isList ? ']' : ')';
        Deepen();
        var value = Peek() == end ? ExpressionValue.Of([]) : SequenceOrValue(end, isList);
        _depth--;
        if (Peek() != end)
            throw _offset >= text.Length ? new ExpressionException(start, $"this '{text[start]}' is never closed.") : Unexpected();
        _offset++;
        return value;
    }

    private ExpressionValue Number(int start)
    {
        while (_offset < text.Length && IsNumberPart(start))
            _offset++;
        var literal = text.AsSpan(start, _offset - start);
        if (!double.TryParse(literal, NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out var number) || !double.IsFinite(number))
            throw new ExpressionException(start, $"'{literal}' is not a number.");
        return ExpressionValue.Of(number);
    }

    private bool IsNumberPart(int start)
    {
        var letter = text[_offset];
        return char.IsAsciiLetterOrDigit(letter) || letter == '.' || (letter is '+' or '-' && _offset > start && text[_offset - 1] is 'e' or 'E');
    }

    private static ExpressionValue Arithmetic(char operation, ExpressionValue left, ExpressionValue right, int offset)
    {
        var (a, b) = (NumberOf(left, offset), NumberOf(right, offset));
        if (operation == '/' && b == 0)
            throw new ExpressionException(offset, "division by zero.");
        var result = operation switch
        {
            '+' => a + b,
            '-' => a - b,
            '*' => a * b,
            '/' => a / b,
            _ => Math.Pow(a, b),
        };
        return double.IsFinite(result) ? ExpressionValue.Of(result) : throw new ExpressionException(offset, "the result is not a finite number.");
    }

    private static double NumberOf(ExpressionValue value, int offset) =>
        value.IsNumber ? value.Number : throw new ExpressionException(offset, "arithmetic needs numbers, not lists or tuples.");

    private void Deepen()
    {
        if (++_depth > _maximumDepth)
            throw new ExpressionException(_offset, $"nested more than {_maximumDepth} deep.");
    }

    private ExpressionException Unexpected() =>
        _offset >= text.Length ? new(text.Length, "a value is missing at the end.") : new(_offset, $"'{text[_offset]}' has no meaning here.");
}
