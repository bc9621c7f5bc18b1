namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>First values of parameters, in place and outside autograd. Returns the tensor itself.</summary>
        public static class init
        {
            /// <summary>Which side's number of connections counts.</summary>
            public enum FanInOut
            {
                /// <summary>The input's.</summary>
                FanIn,

                /// <summary>The output's.</summary>
                FanOut,
            }

            /// <summary>What follows the layer.</summary>
            public enum NonlinearityType
            {
                /// <summary>Nothing.</summary>
                Linear = 0,

                /// <summary>Sigmoid.</summary>
                Sigmoid = 1,

                /// <summary>Hyperbolic tangent.</summary>
                Tanh = 2,

                /// <summary>ReLU.</summary>
                ReLU = 3,

                /// <summary>Leaky ReLU.</summary>
                LeakyReLU = 4,
            }

            /// <summary>Connections per output and per input element of a weight [out, in, ...].</summary>
            public static (long fanIn, long fanOut) CalculateFanInAndFanOut(Tensor tensor)
            {
                var shape = tensor.shape;
                if (shape.Length < 2) throw new ArgumentException($"A weight has at least 2 dimensions, not {shape.Length}.");
                var field = shape.AsSpan(2).ToArray().TotalSize();
                return (shape[1] * field, shape[0] * field);
            }

            /// <summary>How much a nonlinearity shrinks the deviation, inverted (torch.nn.init's table).</summary>
            public static double calculate_gain(NonlinearityType nonlinearity, double param = 0) => nonlinearity switch
            {
                NonlinearityType.Tanh => 5.0 / 3,
                NonlinearityType.ReLU => Math.Sqrt(2),
                NonlinearityType.LeakyReLU => Math.Sqrt(2 / (1 + param * param)),
                _ => 1,
            };

            /// <summary>One value.</summary>
            public static Tensor constant_(Tensor tensor, Scalar val) => Set(tensor, t => t.fill_(val));

            /// <summary>Zeros.</summary>
            public static Tensor zeros_(Tensor tensor) => Set(tensor, t => t.zero_());

            /// <summary>Ones.</summary>
            public static Tensor ones_(Tensor tensor) => Set(tensor, t => t.fill_(1));

            /// <summary>Normal numbers.</summary>
            public static Tensor normal_(Tensor tensor, double mean = 0, double std = 1, Generator? generator = null) => Set(tensor, t => t.normal_(mean, std, generator));

            /// <summary>Uniform over [low, high).</summary>
            public static Tensor uniform_(Tensor tensor, double low = 0, double high = 1, Generator? generator = null) => Set(tensor, t => t.uniform_(low, high, generator));

            /// <summary>Normal with variance gain^2 / fan (He et al. 2015).</summary>
            public static Tensor kaiming_normal_(Tensor tensor, double a = 0, FanInOut mode = FanInOut.FanIn, NonlinearityType nonlinearity = NonlinearityType.LeakyReLU)
                => normal_(tensor, 0, calculate_gain(nonlinearity, a) / Math.Sqrt(Fan(tensor, mode)));

            /// <summary>Uniform with variance gain^2 / fan (He et al. 2015).</summary>
            public static Tensor kaiming_uniform_(Tensor tensor, double a = 0, FanInOut mode = FanInOut.FanIn, NonlinearityType nonlinearity = NonlinearityType.LeakyReLU)
            {
                var bound = Math.Sqrt(3) * calculate_gain(nonlinearity, a) / Math.Sqrt(Fan(tensor, mode));
                return uniform_(tensor, -bound, bound);
            }

            /// <summary>Normal with variance 2 gain^2 / (fan in + fan out) (Glorot and Bengio 2010).</summary>
            public static Tensor xavier_normal_(Tensor tensor, double gain = 1)
            {
                var (fanIn, fanOut) = CalculateFanInAndFanOut(tensor);
                return normal_(tensor, 0, gain * Math.Sqrt(2.0 / (fanIn + fanOut)));
            }

            /// <summary>Uniform with variance 2 gain^2 / (fan in + fan out) (Glorot and Bengio 2010).</summary>
            public static Tensor xavier_uniform_(Tensor tensor, double gain = 1)
            {
                var (fanIn, fanOut) = CalculateFanInAndFanOut(tensor);
                var bound = gain * Math.Sqrt(6.0 / (fanIn + fanOut));
                return uniform_(tensor, -bound, bound);
            }

            private static long Fan(Tensor tensor, FanInOut mode)
            {
                var (fanIn, fanOut) = CalculateFanInAndFanOut(tensor);
                return mode == FanInOut.FanIn ? fanIn : fanOut;
            }

            private static Tensor Set(Tensor tensor, Action<Tensor> action)
            {
                using (no_grad()) action(tensor);
                return tensor;
            }
        }
    }
}
