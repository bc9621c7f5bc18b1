using TorchSharp.Native;
using static TorchSharp.Native.NativeMethods;

namespace TorchSharp;

public static partial class torch
{
    public unsafe partial class Tensor
    {
        /// <summary>e^x, element by element.</summary>
        public Tensor exp() => Call.Unary(&tao_exp, this);

        /// <summary>Natural logarithm, element by element.</summary>
        public Tensor log() => Call.Unary(&tao_log, this);

        /// <summary>Logarithm to base 2, element by element.</summary>
        public Tensor log2() => Call.Unary(&tao_log2, this);

        /// <summary>Logarithm to base 10, element by element.</summary>
        public Tensor log10() => Call.Unary(&tao_log10, this);

        /// <summary>log(1 + x), element by element.</summary>
        public Tensor log1p() => Call.Unary(&tao_log1p, this);

        /// <summary>e^x - 1, element by element.</summary>
        public Tensor expm1() => Call.Unary(&tao_expm1, this);

        /// <summary>Square root, element by element.</summary>
        public Tensor sqrt() => Call.Unary(&tao_sqrt, this);

        /// <summary>1 / sqrt(x), element by element.</summary>
        public Tensor rsqrt() => Call.Unary(&tao_rsqrt, this);

        /// <summary>1 / x, element by element.</summary>
        public Tensor reciprocal() => Call.Unary(&tao_reciprocal, this);

        /// <summary>x^2, element by element.</summary>
        public Tensor square() => Call.Unary(&tao_square, this);

        /// <summary>Absolute value, element by element.</summary>
        public Tensor abs() => Call.Unary(&tao_abs, this);

        /// <summary>-1, 0 or 1, element by element.</summary>
        public Tensor sign() => Call.Unary(&tao_sign, this);

        /// <summary>-x, element by element.</summary>
        public Tensor neg() => Call.Unary(&tao_neg, this);

        /// <summary>Sine, element by element.</summary>
        public Tensor sin() => Call.Unary(&tao_sin, this);

        /// <summary>Cosine, element by element.</summary>
        public Tensor cos() => Call.Unary(&tao_cos, this);

        /// <summary>Tangent, element by element.</summary>
        public Tensor tan() => Call.Unary(&tao_tan, this);

        /// <summary>Arcsine, element by element.</summary>
        public Tensor asin() => Call.Unary(&tao_asin, this);

        /// <summary>Arccosine, element by element.</summary>
        public Tensor acos() => Call.Unary(&tao_acos, this);

        /// <summary>Arctangent, element by element.</summary>
        public Tensor atan() => Call.Unary(&tao_atan, this);

        /// <summary>Hyperbolic sine, element by element.</summary>
        public Tensor sinh() => Call.Unary(&tao_sinh, this);

        /// <summary>Hyperbolic cosine, element by element.</summary>
        public Tensor cosh() => Call.Unary(&tao_cosh, this);

        /// <summary>Hyperbolic tangent, element by element.</summary>
        public Tensor tanh() => Call.Unary(&tao_tanh, this);

        /// <summary>1 / (1 + e^-x), element by element.</summary>
        public Tensor sigmoid() => Call.Unary(&tao_sigmoid, this);

        /// <summary>Greatest integer not above, element by element.</summary>
        public Tensor floor() => Call.Unary(&tao_floor, this);

        /// <summary>Least integer not below, element by element.</summary>
        public Tensor ceil() => Call.Unary(&tao_ceil, this);

        /// <summary>Integer part, element by element.</summary>
        public Tensor trunc() => Call.Unary(&tao_trunc, this);

        /// <summary>Fractional part, with the sign of x, element by element.</summary>
        public Tensor frac() => Call.Unary(&tao_frac, this);

        /// <summary>Error function, element by element.</summary>
        public Tensor erf() => Call.Unary(&tao_erf, this);

        /// <summary>True where not a number, element by element.</summary>
        public Tensor isnan() => Call.Unary(&tao_isnan, this);

        /// <summary>True where infinite, element by element.</summary>
        public Tensor isinf() => Call.Unary(&tao_isinf, this);

        /// <summary>True where neither infinite nor not a number, element by element.</summary>
        public Tensor isfinite() => Call.Unary(&tao_isfinite, this);

        /// <summary>True where zero, element by element.</summary>
        public Tensor logical_not() => Call.Unary(&tao_logical_not, this);

        /// <summary>Bits inverted; logical for Bool, element by element.</summary>
        public Tensor bitwise_not() => Call.Unary(&tao_bitwise_not, this);

        /// <summary>max(x, 0), element by element.</summary>
        public Tensor relu() => Call.Unary(&tao_relu, this);

        /// <summary><see cref="exp"/> in place.</summary>
        public Tensor exp_() => Call.UnaryInPlace(&tao_exp_, this);

        /// <summary><see cref="log"/> in place.</summary>
        public Tensor log_() => Call.UnaryInPlace(&tao_log_, this);

        /// <summary><see cref="sqrt"/> in place.</summary>
        public Tensor sqrt_() => Call.UnaryInPlace(&tao_sqrt_, this);

        /// <summary><see cref="rsqrt"/> in place.</summary>
        public Tensor rsqrt_() => Call.UnaryInPlace(&tao_rsqrt_, this);

        /// <summary><see cref="abs"/> in place.</summary>
        public Tensor abs_() => Call.UnaryInPlace(&tao_abs_, this);

        /// <summary><see cref="neg"/> in place.</summary>
        public Tensor neg_() => Call.UnaryInPlace(&tao_neg_, this);

        /// <summary><see cref="sigmoid"/> in place.</summary>
        public Tensor sigmoid_() => Call.UnaryInPlace(&tao_sigmoid_, this);

        /// <summary><see cref="tanh"/> in place.</summary>
        public Tensor tanh_() => Call.UnaryInPlace(&tao_tanh_, this);

        /// <summary><see cref="floor"/> in place.</summary>
        public Tensor floor_() => Call.UnaryInPlace(&tao_floor_, this);

        /// <summary><see cref="ceil"/> in place.</summary>
        public Tensor ceil_() => Call.UnaryInPlace(&tao_ceil_, this);

        /// <summary><see cref="sign"/> in place.</summary>
        public Tensor sign_() => Call.UnaryInPlace(&tao_sign_, this);

        /// <summary><see cref="relu"/> in place.</summary>
        public Tensor relu_() => Call.UnaryInPlace(&tao_relu_, this);

        /// <summary>Rounded to a number of decimals, halves to even.</summary>
        public Tensor round(long decimals = 0) => Call.WithLong(&tao_round, this, decimals);
    }
}
