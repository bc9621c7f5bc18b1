namespace Tao.Specs.Expressions;

/// <summary>Ends parsing at the first error; <see cref="SpecExpression"/> turns it into a diagnostic.</summary>
internal sealed class ExpressionException(int offset, string message) : Exception(message)
{
    public int Offset { get; } = offset;
}
