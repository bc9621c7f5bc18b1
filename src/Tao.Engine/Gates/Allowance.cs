namespace Tao.Engine.Gates;

/// <summary>How far a metric may be from another value.</summary>
/// <param name="IsPercentage">Whether the number counts hundredths of that value's size.</param>
internal readonly record struct Allowance(double Number, bool IsPercentage)
{
    public double From(double reference) => IsPercentage ? Number / 100 * Math.Abs(reference) : Number;
}
