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
            /// <summary>Greatest element of each window.</summary>
            public static Tensor max_pool1d(Tensor input, long kernel_size, long? stride = null, long? padding = null, long? dilation = null, bool ceil_mode = false)
                => MaxPool(1, input, new Window([kernel_size], stride is { } s ? [s] : null, [padding ?? 0], [dilation ?? 1]), ceil_mode);

            /// <summary>Greatest element of each window; the stride is the kernel's size by default.</summary>
            public static Tensor max_pool2d(Tensor input, long[] kernel_size, long[]? strides = null, long[]? padding = null, long[]? dilation = null, bool ceil_mode = false)
                => MaxPool(2, input, new Window(kernel_size, strides, padding ?? [0, 0], dilation ?? [1, 1]), ceil_mode);

            /// <inheritdoc cref="max_pool2d(Tensor, long[], long[], long[], long[], bool)"/>
            public static Tensor max_pool2d(Tensor input, long kernel_size, long? stride = null, long? padding = null, long? dilation = null, bool ceil_mode = false)
                => MaxPool(2, input, new Window(Twice(kernel_size), stride is { } s ? Twice(s) : null, Twice(padding ?? 0), Twice(dilation ?? 1)), ceil_mode);

            /// <inheritdoc cref="max_pool2d(Tensor, long[], long[], long[], long[], bool)"/>
            public static Tensor max_pool2d(Tensor input, (long, long) kernel_size, (long, long)? stride = null, (long, long)? padding = null, (long, long)? dilation = null, bool ceil_mode = false)
                => MaxPool(2, input, new Window(Pair(kernel_size), stride is { } s ? Pair(s) : null, Pair(padding ?? (0, 0)), Pair(dilation ?? (1, 1))), ceil_mode);

            /// <inheritdoc cref="max_pool2d(Tensor, long[], long[], long[], long[], bool)"/>
            public static Tensor max_pool3d(Tensor input, long[] kernel_size, long[]? strides = null, long[]? padding = null, long[]? dilation = null, bool ceil_mode = false)
                => MaxPool(3, input, new Window(kernel_size, strides, padding ?? [0, 0, 0], dilation ?? [1, 1, 1]), ceil_mode);

            /// <summary>Greatest element of each window and its flat index in the plane.</summary>
            public static (Tensor output, Tensor indices) max_pool2d_with_indices(Tensor input, long[] kernel_size, long[]? strides = null, long[]? padding = null, long[]? dilation = null, bool ceil_mode = false)
            {
                var window = new Window(kernel_size, strides, padding ?? [0, 0], dilation ?? [1, 1]);
                window.Require(2);
                nint values, indices;
                int status;
                fixed (long* k = window.Kernel, s = window.Stride ?? window.Kernel, p = window.Padding, d = window.Dilation)
                    status = tao_max_pool2d_with_indices(input.Raw, k, s, p, d, ceil_mode ? 1 : 0, &values, &indices);
                GC.KeepAlive(input);
                return Call.Wrap(status, values, indices);
            }

            /// <summary>Mean of each window.</summary>
            public static Tensor avg_pool1d(Tensor input, long kernel_size, long? stride = null, long? padding = null, bool ceil_mode = false, bool count_include_pad = true)
                => AveragePool(1, input, new Window([kernel_size], stride is { } s ? [s] : null, [padding ?? 0], [1]), ceil_mode, count_include_pad, null);

            /// <summary>Mean of each window; count_include_pad counts the padding's zeros.</summary>
            public static Tensor avg_pool2d(Tensor input, long[] kernel_size, long[]? stride = null, long[]? padding = null, bool ceil_mode = false, bool count_include_pad = true, long? divisor_override = null)
                => AveragePool(2, input, new Window(kernel_size, stride, padding ?? [0, 0], [1, 1]), ceil_mode, count_include_pad, divisor_override);

            /// <inheritdoc cref="avg_pool2d(Tensor, long[], long[], long[], bool, bool, long?)"/>
            public static Tensor avg_pool2d(Tensor input, long kernel_size, long? stride = null, long padding = 0, bool ceil_mode = false, bool count_include_pad = true, long? divisor_override = null)
                => AveragePool(2, input, new Window(Twice(kernel_size), stride is { } s ? Twice(s) : null, Twice(padding), [1, 1]), ceil_mode, count_include_pad, divisor_override);

            /// <inheritdoc cref="avg_pool2d(Tensor, long[], long[], long[], bool, bool, long?)"/>
            public static Tensor avg_pool2d(Tensor input, (long, long) kernel_size, (long, long)? stride = null, (long, long)? padding = null, bool ceil_mode = false, bool count_include_pad = true, long? divisor_override = null)
                => AveragePool(2, input, new Window(Pair(kernel_size), stride is { } s ? Pair(s) : null, Pair(padding ?? (0, 0)), [1, 1]), ceil_mode, count_include_pad, divisor_override);

            /// <inheritdoc cref="avg_pool2d(Tensor, long[], long[], long[], bool, bool, long?)"/>
            public static Tensor avg_pool3d(Tensor input, long[] kernel_size, long[]? stride = null, long[]? padding = null, bool ceil_mode = false, bool count_include_pad = true, long? divisor_override = null)
                => AveragePool(3, input, new Window(kernel_size, stride, padding ?? [0, 0, 0], [1, 1, 1]), ceil_mode, count_include_pad, divisor_override);

            /// <summary>Means of as many windows as the output has places.</summary>
            public static Tensor adaptive_avg_pool1d(Tensor input, long output_size) => Adaptive(&tao_adaptive_avg_pool, 1, input, [output_size]);

            /// <summary>Greatest elements of as many windows as the output has places.</summary>
            public static Tensor adaptive_max_pool1d(Tensor input, long output_size) => Adaptive(&tao_adaptive_max_pool, 1, input, [output_size]);

            /// <summary>Means of as many windows as the output has places.</summary>
            public static Tensor adaptive_avg_pool2d(Tensor input, long[] output_size) => Adaptive(&tao_adaptive_avg_pool, 2, input, output_size);

            /// <summary>Means of as many windows as the output has places.</summary>
            public static Tensor adaptive_avg_pool2d(Tensor input, (long, long) output_size)
                => Adaptive(&tao_adaptive_avg_pool, 2, input, [output_size.Item1, output_size.Item2]);

            /// <summary>Means of as many windows as the output has places.</summary>
            public static Tensor adaptive_avg_pool2d(Tensor input, long output_size) => Adaptive(&tao_adaptive_avg_pool, 2, input, [output_size, output_size]);

            /// <summary>Greatest elements of as many windows as the output has places.</summary>
            public static Tensor adaptive_max_pool2d(Tensor input, long[] output_size) => Adaptive(&tao_adaptive_max_pool, 2, input, output_size);

            /// <summary>Means of as many windows as the output has places.</summary>
            public static Tensor adaptive_avg_pool3d(Tensor input, long[] output_size) => Adaptive(&tao_adaptive_avg_pool, 3, input, output_size);

            /// <summary>Means of as many windows as the output has places.</summary>
            public static Tensor adaptive_avg_pool3d(Tensor input, (long, long, long) output_size)
                => Adaptive(&tao_adaptive_avg_pool, 3, input, [output_size.Item1, output_size.Item2, output_size.Item3]);

            /// <summary>Means of as many windows as the output has places.</summary>
            public static Tensor adaptive_avg_pool3d(Tensor input, long output_size) => Adaptive(&tao_adaptive_avg_pool, 3, input, [output_size, output_size, output_size]);

            /// <summary>Greatest elements of as many windows as the output has places.</summary>
            public static Tensor adaptive_max_pool3d(Tensor input, long[] output_size) => Adaptive(&tao_adaptive_max_pool, 3, input, output_size);

            private static long[] Twice(long value) => [value, value];

            private static Tensor MaxPool(int rank, Tensor input, Window window, bool ceilMode)
            {
                window.Require(rank);
                nint result;
                int status;
                fixed (long* k = window.Kernel, s = window.Stride ?? window.Kernel, p = window.Padding, d = window.Dilation)
                    status = tao_max_pool(rank, input.Raw, k, s, p, d, ceilMode ? 1 : 0, &result);
                GC.KeepAlive(input);
                return Call.Wrap(status, result);
            }

            private static Tensor AveragePool(int rank, Tensor input, Window window, bool ceilMode, bool countIncludePad, long? divisor)
            {
                window.Require(rank);
                nint result;
                int status;
                fixed (long* k = window.Kernel, s = window.Stride ?? window.Kernel, p = window.Padding)
                    status = tao_avg_pool(rank, input.Raw, k, s, p, ceilMode ? 1 : 0, countIncludePad ? 1 : 0, divisor ?? 0, &result);
                GC.KeepAlive(input);
                return Call.Wrap(status, result);
            }

            private static Tensor Adaptive(delegate*<int, nint, long*, nint*, int> function, int rank, Tensor input, ReadOnlySpan<long> size)
            {
                RequireRank(rank, size, "output_size");
                nint result;
                int status;
                fixed (long* values = size) status = function(rank, input.Raw, values, &result);
                GC.KeepAlive(input);
                return Call.Wrap(status, result);
            }

            private readonly record struct Window(long[] Kernel, long[]? Stride, long[] Padding, long[] Dilation)
            {
                internal void Require(int rank)
                {
                    RequireRank(rank, Kernel, "kernel_size");
                    RequireRank(rank, Stride ?? Kernel, "stride");
                    RequireRank(rank, Padding, "padding");
                    RequireRank(rank, Dilation, "dilation");
                }
            }
        }
    }
}
