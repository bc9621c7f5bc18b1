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
            /// <summary>One-dimensional convolution, weight [out, in / groups, k].</summary>
            public static Tensor conv1d(Tensor input, Tensor weight, Tensor? bias = null, long? stride = null, long? padding = null, long? dilation = null, long groups = 1)
                => Convolve(1, input, weight, bias, [stride ?? 1], [padding ?? 0], [dilation ?? 1], groups);

            /// <summary>Two-dimensional convolution, weight [out, in / groups, kh, kw]; depthwise when groups equals the input channels.</summary>
            public static Tensor conv2d(Tensor input, Tensor weight, Tensor? bias = null, long[]? strides = null, long[]? padding = null, long[]? dilation = null, long groups = 1)
                => Convolve(2, input, weight, bias, strides ?? (ReadOnlySpan<long>)[1, 1], padding ?? (ReadOnlySpan<long>)[0, 0], dilation ?? (ReadOnlySpan<long>)[1, 1], groups);

            /// <summary>The same with padding by name.</summary>
            public static Tensor conv2d_padding(Tensor input, Tensor weight, Tensor? bias = null, long[]? strides = null, Padding padding = Padding.Valid, long[]? dilation = null, long groups = 1)
                => padding == Padding.Valid
                    ? conv2d(input, weight, bias, strides, null, dilation, groups)
                    : ConvolveSame(2, input, weight, bias, strides ?? (ReadOnlySpan<long>)[1, 1], dilation ?? (ReadOnlySpan<long>)[1, 1], groups);

            /// <summary>Three-dimensional convolution, weight [out, in / groups, kd, kh, kw]; depthwise when groups equals the input channels.</summary>
            public static Tensor conv3d(Tensor input, Tensor weight, Tensor? bias = null, long[]? strides = null, long[]? padding = null, long[]? dilation = null, long groups = 1)
                => Convolve(3, input, weight, bias, strides ?? (ReadOnlySpan<long>)[1, 1, 1], padding ?? (ReadOnlySpan<long>)[0, 0, 0], dilation ?? (ReadOnlySpan<long>)[1, 1, 1], groups);

            /// <summary>The same with padding by name.</summary>
            public static Tensor conv3d_padding(Tensor input, Tensor weight, Tensor? bias = null, long[]? strides = null, Padding padding = Padding.Valid, long[]? dilation = null, long groups = 1)
                => padding == Padding.Valid
                    ? conv3d(input, weight, bias, strides, null, dilation, groups)
                    : ConvolveSame(3, input, weight, bias, strides ?? (ReadOnlySpan<long>)[1, 1, 1], dilation ?? (ReadOnlySpan<long>)[1, 1, 1], groups);

            /// <summary>One-dimensional transposed convolution, weight [in, out / groups, k].</summary>
            public static Tensor conv_transpose1d(Tensor input, Tensor weight, Tensor? bias = null, long? stride = null, long? padding = null, long? output_padding = null, long? dilation = null, long groups = 1)
                => ConvolveTransposed(1, input, weight, bias, new Geometry([stride ?? 1], [padding ?? 0], [output_padding ?? 0], [dilation ?? 1]), groups);

            /// <summary>Two-dimensional transposed convolution, weight [in, out / groups, ...].</summary>
            public static Tensor conv_transpose2d(Tensor input, Tensor weight, Tensor? bias = null, long[]? strides = null, long[]? padding = null, long[]? output_padding = null, long[]? dilation = null, long groups = 1)
                => ConvolveTransposed(2, input, weight, bias, new Geometry(strides ?? [1, 1], padding ?? [0, 0], output_padding ?? [0, 0], dilation ?? [1, 1]), groups);

            /// <summary>Three-dimensional transposed convolution, weight [in, out / groups, ...].</summary>
            public static Tensor conv_transpose3d(Tensor input, Tensor weight, Tensor? bias = null, long[]? strides = null, long[]? padding = null, long[]? output_padding = null, long[]? dilation = null, long groups = 1)
                => ConvolveTransposed(3, input, weight, bias, new Geometry(strides ?? [1, 1, 1], padding ?? [0, 0, 0], output_padding ?? [0, 0, 0], dilation ?? [1, 1, 1]), groups);

            /// <summary>x W^T + b, weight [out, in].</summary>
            public static Tensor linear(Tensor input, Tensor weights, Tensor? bias = null)
            {
                nint result;
                var status = tao_linear(input.Raw, weights.Raw, Call.RawOrZero(bias), &result);
                GC.KeepAlive(input);
                GC.KeepAlive(weights);
                GC.KeepAlive(bias);
                return Call.Wrap(status, result);
            }

            /// <summary>x1^T W x2 + b, weight [out, in1, in2].</summary>
            public static Tensor bilinear(Tensor input1, Tensor input2, Tensor weight, Tensor? bias = null)
            {
                nint result;
                var status = tao_bilinear(input1.Raw, input2.Raw, weight.Raw, Call.RawOrZero(bias), &result);
                GC.KeepAlive(input1);
                GC.KeepAlive(input2);
                GC.KeepAlive(weight);
                GC.KeepAlive(bias);
                return Call.Wrap(status, result);
            }

            /// <summary>Patches as columns, [N, C * k * k, positions].</summary>
            public static Tensor unfold(Tensor input, long kernel_size, long dilation = 1, long padding = 0, long stride = 1)
                => unfold(input, (kernel_size, kernel_size), (dilation, dilation), (padding, padding), (stride, stride));

            /// <summary>Patches as columns, [N, C * kh * kw, positions].</summary>
            public static Tensor unfold(Tensor input, (long, long) kernel_size, (long, long)? dilation = null, (long, long)? padding = null, (long, long)? stride = null)
            {
                var (kernel, spread, pad, step) = (Pair(kernel_size), Pair(dilation ?? (1, 1)), Pair(padding ?? (0, 0)), Pair(stride ?? (1, 1)));
                nint result;
                int status;
                fixed (long* k = kernel, d = spread, p = pad, s = step) status = tao_im2col(input.Raw, k, d, p, s, &result);
                GC.KeepAlive(input);
                return Call.Wrap(status, result);
            }

            /// <summary>The sum of overlapping patches: the adjoint of <see cref="unfold(Tensor, long, long, long, long)"/>.</summary>
            public static Tensor fold(Tensor input, (long, long) output_size, (long, long) kernel_size, (long, long)? dilation = null, (long, long)? padding = null, (long, long)? stride = null)
            {
                var (size, kernel, spread, pad, step) = (Pair(output_size), Pair(kernel_size), Pair(dilation ?? (1, 1)), Pair(padding ?? (0, 0)), Pair(stride ?? (1, 1)));
                nint result;
                int status;
                fixed (long* o = size, k = kernel, d = spread, p = pad, s = step) status = tao_col2im(input.Raw, o, k, d, p, s, &result);
                GC.KeepAlive(input);
                return Call.Wrap(status, result);
            }

            /// <summary>Integers as rows with a single 1; -1 takes as many classes as the greatest needs.</summary>
            public static Tensor one_hot(Tensor x, long num_classes = -1) => Call.WithLong(&tao_one_hot, x, num_classes);

            private static long[] Pair((long, long) pair) => [pair.Item1, pair.Item2];

            private static void RequireRank(int rank, ReadOnlySpan<long> values, string what)
            {
                if (values.Length != rank) throw new ArgumentException($"{what} needs {rank} numbers, not {values.Length}.");
            }

            private static Tensor Convolve(int rank, Tensor input, Tensor weight, Tensor? bias, ReadOnlySpan<long> stride, ReadOnlySpan<long> padding, ReadOnlySpan<long> dilation, long groups)
            {
                RequireRank(rank, stride, "stride");
                RequireRank(rank, padding, "padding");
                RequireRank(rank, dilation, "dilation");
                nint result;
                int status;
                fixed (long* s = stride, p = padding, d = dilation)
                    status = tao_conv(rank, input.Raw, weight.Raw, Call.RawOrZero(bias), s, p, d, groups, &result);
                GC.KeepAlive(input);
                GC.KeepAlive(weight);
                GC.KeepAlive(bias);
                return Call.Wrap(status, result);
            }

            private static Tensor ConvolveSame(int rank, Tensor input, Tensor weight, Tensor? bias, ReadOnlySpan<long> stride, ReadOnlySpan<long> dilation, long groups)
            {
                RequireRank(rank, stride, "stride");
                RequireRank(rank, dilation, "dilation");
                nint result;
                int status;
                fixed (long* s = stride, d = dilation)
                    status = tao_conv_same(rank, input.Raw, weight.Raw, Call.RawOrZero(bias), s, d, groups, &result);
                GC.KeepAlive(input);
                GC.KeepAlive(weight);
                GC.KeepAlive(bias);
                return Call.Wrap(status, result);
            }

            private static Tensor ConvolveTransposed(int rank, Tensor input, Tensor weight, Tensor? bias, Geometry geometry, long groups)
            {
                RequireRank(rank, geometry.Stride, "stride");
                RequireRank(rank, geometry.Padding, "padding");
                RequireRank(rank, geometry.OutputPadding, "output_padding");
                RequireRank(rank, geometry.Dilation, "dilation");
                nint result;
                int status;
                fixed (long* s = geometry.Stride, p = geometry.Padding, o = geometry.OutputPadding, d = geometry.Dilation)
                    status = tao_conv_transpose(rank, input.Raw, weight.Raw, Call.RawOrZero(bias), s, p, o, d, groups, &result);
                GC.KeepAlive(input);
                GC.KeepAlive(weight);
                GC.KeepAlive(bias);
                return Call.Wrap(status, result);
            }

            private readonly record struct Geometry(long[] Stride, long[] Padding, long[] OutputPadding, long[] Dilation);
        }
    }
}
