namespace Tao.Specs.Expressions;

/// <summary>
/// Computes the small expressions that specs hold as text, such as <c>"[1.0, 1.0/3.0]"</c> and <c>"[(10,13),(16,30)]"</c>.
/// TAO evaluates them as Python; here only numbers, + - * / **, signs, parentheses, tuples and lists exist, so that a spec runs no code.
/// </summary>
public static class SpecExpression
{
    /// <param name="location">Where the text's opening quote stands; errors are shown at the column inside it.</param>
    /// <returns>Null when the text is no expression, which is then reported.</returns>
    public static ExpressionValue? Evaluate(string text, SourceLocation? location, DiagnosticBag bag)
    {
        try
        {
            return new ExpressionParser(text).Parse();
        }
        catch (ExpressionException exception)
        {
            var place = location is null ? null : location with { Column = location.Column + 1 + exception.Offset };
            bag.Error(SpecCodes.BadExpression, $"\"{text}\", character {(exception.Offset + 1).ToString(System.Globalization.CultureInfo.InvariantCulture)}: {exception.Message}", "Use numbers, + - * / **, parentheses, tuples and lists.", place);
            return null;
        }
    }
}
