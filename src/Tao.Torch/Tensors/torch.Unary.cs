using TorchSharp.Native;
using static TorchSharp.Native.NativeMethods;

namespace TorchSharp;

public static unsafe partial class torch
{
    /// <summary>e^x, element by element.</summary>
    public static Tensor exp(Tensor input) => input.exp();

    /// <summary>Natural logarithm, element by element.</summary>
    public static Tensor log(Tensor input) => input.log();

    /// <summary>Logarithm to base 2, element by element.</summary>
    public static Tensor log2(Tensor input) => input.log2();

    /// <summary>Logarithm to base 10, element by element.</summary>
    public static Tensor log10(Tensor input) => input.log10();

    /// <summary>log(1 + x), element by element.</summary>
    public static Tensor log1p(Tensor input) => input.log1p();

    /// <summary>Square root, element by element.</summary>
    public static Tensor sqrt(Tensor input) => input.sqrt();

    /// <summary>1 / sqrt(x), element by element.</summary>
    public static Tensor rsqrt(Tensor input) => input.rsqrt();

    /// <summary>1 / x, element by element.</summary>
    public static Tensor reciprocal(Tensor input) => input.reciprocal();

    /// <summary>x^2, element by element.</summary>
    public static Tensor square(Tensor input) => input.square();

    /// <summary>Absolute value, element by element.</summary>
    public static Tensor abs(Tensor input) => input.abs();

    /// <summary>-1, 0 or 1, element by element.</summary>
    public static Tensor sign(Tensor input) => input.sign();

    /// <summary>-x, element by element.</summary>
    public static Tensor neg(Tensor input) => input.neg();

    /// <summary>Sine, element by element.</summary>
    public static Tensor sin(Tensor input) => input.sin();

    /// <summary>Cosine, element by element.</summary>
    public static Tensor cos(Tensor input) => input.cos();

    /// <summary>Tangent, element by element.</summary>
    public static Tensor tan(Tensor input) => input.tan();

    /// <summary>Arcsine, element by element.</summary>
    public static Tensor asin(Tensor input) => input.asin();

    /// <summary>Arccosine, element by element.</summary>
    public static Tensor acos(Tensor input) => input.acos();

    /// <summary>Arctangent, element by element.</summary>
    public static Tensor atan(Tensor input) => input.atan();

    /// <summary>Hyperbolic sine, element by element.</summary>
    public static Tensor sinh(Tensor input) => input.sinh();

    /// <summary>Hyperbolic cosine, element by element.</summary>
    public static Tensor cosh(Tensor input) => input.cosh();

    /// <summary>Hyperbolic tangent, element by element.</summary>
    public static Tensor tanh(Tensor input) => input.tanh();

    /// <summary>1 / (1 + e^-x), element by element.</summary>
    public static Tensor sigmoid(Tensor input) => input.sigmoid();

    /// <summary>Greatest integer not above, element by element.</summary>
    public static Tensor floor(Tensor input) => input.floor();

    /// <summary>Least integer not below, element by element.</summary>
    public static Tensor ceil(Tensor input) => input.ceil();

    /// <summary>Error function, element by element.</summary>
    public static Tensor erf(Tensor input) => input.erf();

    /// <summary>True where not a number, element by element.</summary>
    public static Tensor isnan(Tensor input) => input.isnan();

    /// <summary>True where infinite, element by element.</summary>
    public static Tensor isinf(Tensor input) => input.isinf();

    /// <summary>True where neither infinite nor not a number, element by element.</summary>
    public static Tensor isfinite(Tensor input) => input.isfinite();

    /// <summary>True where zero, element by element.</summary>
    public static Tensor logical_not(Tensor input) => input.logical_not();

    /// <summary>max(x, 0), element by element.</summary>
    public static Tensor relu(Tensor input) => input.relu();

    /// <summary>Rounded to a number of decimals, halves to even.</summary>
    public static Tensor round(Tensor input, long decimals = 0) => input.round(decimals);
}
