using TorchSharp.Native;
using static TorchSharp.Native.NativeMethods;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>Layers as functions. Images are N x C x H x W.</summary>
        public static unsafe partial class functional
        {
            /// <summary>max(x, 0).</summary>
            public static Tensor relu(Tensor x, bool inplace = false)
                => inplace ? Call.UnaryInPlace(&tao_relu_, x).Same() : Call.Unary(&tao_relu, x);

            /// <summary>SELU (Klambauer et al. 2017).</summary>
            public static Tensor selu(Tensor x, bool inplace = false)
                => inplace ? Call.UnaryInPlace(&tao_selu_, x).Same() : Call.Unary(&tao_selu, x);

            /// <summary>x * sigmoid(x).</summary>
            public static Tensor silu(Tensor x, bool inplace = false)
                => inplace ? Call.UnaryInPlace(&tao_silu_, x).Same() : Call.Unary(&tao_silu, x);

            /// <summary>x * sigmoid(x).</summary>
            public static Tensor SiLU(Tensor x, bool inplace = false)
                => inplace ? Call.UnaryInPlace(&tao_silu_, x).Same() : Call.Unary(&tao_silu, x);

            /// <summary>x * tanh(softplus(x)).</summary>
            public static Tensor mish(Tensor x, bool inplace = false)
                => inplace ? Call.UnaryInPlace(&tao_mish_, x).Same() : Call.Unary(&tao_mish, x);

            /// <summary>x * tanh(softplus(x)).</summary>
            public static Tensor Mish(Tensor x, bool inplace = false)
                => inplace ? Call.UnaryInPlace(&tao_mish_, x).Same() : Call.Unary(&tao_mish, x);

            /// <summary>x * relu6(x + 3) / 6.</summary>
            public static Tensor hardswish(Tensor input, bool inplace = false)
                => inplace ? Call.UnaryInPlace(&tao_hardswish_, input).Same() : Call.Unary(&tao_hardswish, input);

            /// <summary>relu6(x + 3) / 6.</summary>
            public static Tensor hardsigmoid(Tensor input, bool inplace = false)
                => inplace ? Call.UnaryInPlace(&tao_hardsigmoid_, input).Same() : Call.Unary(&tao_hardsigmoid, input);

            /// <summary>Hyperbolic tangent.</summary>
            public static Tensor tanh(Tensor x, bool inplace = false)
                => inplace ? Call.UnaryInPlace(&tao_tanh_, x).Same() : Call.Unary(&tao_tanh, x);

            /// <summary>1 / (1 + e^-x).</summary>
            public static Tensor sigmoid(Tensor x, bool inplace = false)
                => inplace ? Call.UnaryInPlace(&tao_sigmoid_, x).Same() : Call.Unary(&tao_sigmoid, x);

            /// <summary>min(max(x, min_val), max_val).</summary>
            public static Tensor hardtanh(Tensor x, double min_val = -1, double max_val = 1, bool inplace = false)
            {
                if (inplace)
                {
                    Call.Check(tao_hardtanh_(x.Raw, min_val, max_val));
                    return x.Same();
                }
                nint result;
                var status = tao_hardtanh(x.Raw, min_val, max_val, &result);
                GC.KeepAlive(x);
                return Call.Wrap(status, result);
            }

            /// <summary>min(max(x, 0), 6).</summary>
            public static Tensor relu6(Tensor x, bool inplace = false) => hardtanh(x, 0, 6, inplace);

            /// <summary>x where positive, else slope * x.</summary>
            public static Tensor leaky_relu(Tensor input, double negative_slope = 0.01, bool inplace = false)
                => WithSlope(&tao_leaky_relu, &tao_leaky_relu_, input, negative_slope, inplace);

            /// <summary>x where positive, else alpha * (e^x - 1).</summary>
            public static Tensor elu(Tensor x, double alpha, bool inplace = false) => WithSlope(&tao_elu, &tao_elu_, x, alpha, inplace);

            /// <summary>x where positive, else alpha * (e^(x / alpha) - 1).</summary>
            public static Tensor celu(Tensor x, double alpha, bool inplace = false) => WithSlope(&tao_celu, &tao_celu_, x, alpha, inplace);

            /// <summary>x * Phi(x), Phi the normal distribution.</summary>
            public static Tensor gelu(Tensor x)
            {
                nint result;
                var status = tao_gelu(x.Raw, 0, &result);
                GC.KeepAlive(x);
                return Call.Wrap(status, result);
            }

            /// <summary>log(1 + e^(beta x)) / beta, linear where beta x is above the threshold.</summary>
            public static Tensor softplus(Tensor x, double beta = 1, double threshold = 20)
            {
                nint result;
                var status = tao_softplus(x.Raw, beta, threshold, &result);
                GC.KeepAlive(x);
                return Call.Wrap(status, result);
            }

            /// <summary>x where positive, else weight * x, with one weight or one per channel.</summary>
            public static Tensor prelu(Tensor input, Tensor weight) => Call.Binary(&tao_prelu, input, weight);

            /// <summary>x where above the threshold, else a value.</summary>
            public static Tensor threshold(Tensor x, double threshold, double value)
            {
                nint result;
                var status = tao_threshold(x.Raw, threshold, value, &result);
                GC.KeepAlive(x);
                return Call.Wrap(status, result);
            }

            /// <summary>log(1 / (1 + e^-x)).</summary>
            public static Tensor logsigmoid(Tensor x) => Call.Unary(&tao_log_sigmoid, x);

            /// <summary>The first half of a dimension times the sigmoid of the second.</summary>
            public static Tensor glu(Tensor input, long dim = -1) => Call.WithLong(&tao_glu, input, dim);

            /// <summary>e^x / sum(e^x) along a dimension.</summary>
            public static Tensor softmax(Tensor input, long dim, ScalarType? dtype = null)
            {
                nint result;
                var status = tao_softmax(input.Raw, dim, dtype is { } type ? (int)type : -1, &result);
                GC.KeepAlive(input);
                return Call.Wrap(status, result);
            }

            /// <summary>log(softmax(x)), worked out without overflow.</summary>
            public static Tensor log_softmax(Tensor x, long dim)
            {
                nint result;
                var status = tao_log_softmax(x.Raw, dim, -1, &result);
                GC.KeepAlive(x);
                return Call.Wrap(status, result);
            }

            /// <summary>softmax(-x).</summary>
            public static Tensor softmin(Tensor x, long dim)
            {
                using var negated = -x;
                return softmax(negated, dim);
            }

            private static Tensor WithSlope(delegate*<nint, double, nint*, int> function, delegate*<nint, double, int> inPlace, Tensor x, double slope, bool inplace)
                => inplace ? Call.WithDoubleInPlace(inPlace, x, slope).Same() : Call.WithDouble(function, x, slope);
        }
    }
}
