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
            /// <summary>Normalises each channel by the batch's statistics (training) or the running ones. momentum is the weight of the new statistics, and the running variance is unbiased.</summary>
            public static Tensor batch_norm(Tensor input, Tensor? running_mean, Tensor? running_var, Tensor? weight = null, Tensor? bias = null, bool training = false, double momentum = 0.1, double eps = 1e-05)
            {
                nint result;
                var status = tao_batch_norm(input.Raw, Call.RawOrZero(weight), Call.RawOrZero(bias), Call.RawOrZero(running_mean), Call.RawOrZero(running_var), training ? 1 : 0, momentum, eps, &result);
                GC.KeepAlive(input);
                GC.KeepAlive(weight);
                GC.KeepAlive(bias);
                GC.KeepAlive(running_mean);
                GC.KeepAlive(running_var);
                return Call.Wrap(status, result);
            }

            /// <summary>Normalises over the last dimensions.</summary>
            public static Tensor layer_norm(Tensor input, long[] normalized_shape, Tensor? weight = null, Tensor? bias = null, double eps = 1e-05)
            {
                nint result;
                int status;
                fixed (long* shape = normalized_shape)
                    status = tao_layer_norm(input.Raw, shape, normalized_shape.Length, Call.RawOrZero(weight), Call.RawOrZero(bias), eps, &result);
                GC.KeepAlive(input);
                GC.KeepAlive(weight);
                GC.KeepAlive(bias);
                return Call.Wrap(status, result);
            }

            /// <summary>Normalises each sample over groups of channels.</summary>
            public static Tensor group_norm(Tensor input, long num_groups, Tensor? weight = null, Tensor? bias = null, double eps = 1e-05)
            {
                nint result;
                var status = tao_group_norm(input.Raw, num_groups, Call.RawOrZero(weight), Call.RawOrZero(bias), eps, &result);
                GC.KeepAlive(input);
                GC.KeepAlive(weight);
                GC.KeepAlive(bias);
                return Call.Wrap(status, result);
            }

            /// <summary>Normalises each channel of each sample.</summary>
            public static Tensor instance_norm(Tensor input, Tensor? running_mean = null, Tensor? running_var = null, Tensor? weight = null, Tensor? bias = null, bool use_input_stats = true, double momentum = 0.1, double eps = 1e-05)
            {
                nint result;
                var status = tao_instance_norm(input.Raw, Call.RawOrZero(weight), Call.RawOrZero(bias), Call.RawOrZero(running_mean), Call.RawOrZero(running_var), use_input_stats ? 1 : 0, momentum, eps, &result);
                GC.KeepAlive(input);
                GC.KeepAlive(weight);
                GC.KeepAlive(bias);
                GC.KeepAlive(running_mean);
                GC.KeepAlive(running_var);
                return Call.Wrap(status, result);
            }

            /// <summary>Divides by the p-norm along a dimension, at least eps.</summary>
            public static Tensor normalize(Tensor input, double p = 2, long dim = 1, double eps = 1e-12)
            {
                using var norm = input.norm((int)dim, keepdim: true, (float)p);
                using var safe = norm.clamp_min(eps);
                return input / safe;
            }

            /// <summary>Zeroes elements with probability p and scales the rest, when training.</summary>
            public static Tensor dropout(Tensor input, double p = 0.5, bool training = true, bool inplace = false)
                => Drop(&tao_dropout, &tao_dropout_, input, p, training, inplace);

            /// <summary>Zeroes channels with probability p and scales the rest, when training.</summary>
            public static Tensor dropout2d(Tensor input, double p = 0.5, bool training = true, bool inplace = false)
                => Drop(&tao_feature_dropout, &tao_feature_dropout_, input, p, training, inplace);

            /// <summary>Zeroes elements, keeping mean and variance of SELU activations, with probability p and scales the rest, when training.</summary>
            public static Tensor alpha_dropout(Tensor input, double p = 0.5, bool training = false, bool inplace = false)
                => Drop(&tao_alpha_dropout, &tao_alpha_dropout_, input, p, training, inplace);

            /// <summary>Zeroes channels with probability p and scales the rest, when training.</summary>
            public static Tensor dropout1d(Tensor input, double p = 0.5, bool training = true, bool inplace = false) => dropout2d(input, p, training, inplace);

            /// <summary>Zeroes channels with probability p and scales the rest, when training.</summary>
            public static Tensor dropout3d(Tensor input, double p = 0.5, bool training = true, bool inplace = false) => dropout2d(input, p, training, inplace);

            private static Tensor Drop(delegate*<nint, double, int, nint*, int> function, delegate*<nint, double, int, int> inPlace, Tensor input, double p, bool training, bool inplace)
            {
                if (inplace)
                {
                    Call.Check(inPlace(input.Raw, p, training ? 1 : 0));
                    return input.Same();
                }
                nint result;
                var status = function(input.Raw, p, training ? 1 : 0, &result);
                GC.KeepAlive(input);
                return Call.Wrap(status, result);
            }
        }
    }
}
