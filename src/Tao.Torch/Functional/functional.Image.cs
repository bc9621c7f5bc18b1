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
            /// <summary>
            /// Resizes the spatial dimensions to a size or by factors (exactly one of the two). With factors the sample places follow the factors themselves
            /// unless recompute_scale_factor is set.
            /// </summary>
            public static Tensor interpolate(Tensor x, long[]? size = null, double[]? scale_factor = null, InterpolationMode mode = InterpolationMode.Nearest, bool? align_corners = null, bool recompute_scale_factor = false, bool antialias = false)
            {
                if (align_corners == true && mode is InterpolationMode.Nearest or InterpolationMode.Area or InterpolationMode.NearestExact)
                    throw new ArgumentException($"align_corners has no meaning for {mode}.");
                var spatial = (int)x.dim() - 2;
                var sizes = size is { Length: 1 } && spatial > 1 ? [.. Enumerable.Repeat(size[0], spatial)] : size;
                var factors = scale_factor is { Length: 1 } && spatial > 1 ? [.. Enumerable.Repeat(scale_factor[0], spatial)] : scale_factor;
                nint result;
                int status;
                fixed (long* lengths = sizes)
                fixed (double* scales = factors)
                {
                    status = tao_interpolate(
                        x.Raw, lengths, scales, sizes?.Length ?? factors?.Length ?? 0, (int)mode, align_corners == true ? 1 : 0, antialias ? 1 : 0,
                        recompute_scale_factor ? 0 : 1, &result);
                }
                GC.KeepAlive(x);
                return Call.Wrap(status, result);
            }

            /// <summary>Samples the input at a grid of places in [-1, 1], grid [N, H, W, 2] as (x, y).</summary>
            public static Tensor grid_sample(Tensor input, Tensor grid, GridSampleMode mode = GridSampleMode.Bilinear, GridSamplePaddingMode padding_mode = GridSamplePaddingMode.Zeros, bool? align_corners = null)
            {
                nint result;
                var border = padding_mode switch { GridSamplePaddingMode.Zeros => 0, GridSamplePaddingMode.Border => 1, _ => 2 };
                var status = tao_grid_sample(input.Raw, grid.Raw, mode == GridSampleMode.Bilinear ? 0 : 1, border, align_corners == true ? 1 : 0, &result);
                GC.KeepAlive(input);
                GC.KeepAlive(grid);
                return Call.Wrap(status, result);
            }

            /// <summary>The sampling grid of affine maps theta [N, 2, 3].</summary>
            public static Tensor affine_grid(Tensor theta, long[]? size = null, bool align_corners = false)
            {
                ArgumentNullException.ThrowIfNull(size);
                nint result;
                int status;
                fixed (long* lengths = size) status = tao_affine_grid(theta.Raw, lengths, size.Length, align_corners ? 1 : 0, &result);
                GC.KeepAlive(theta);
                return Call.Wrap(status, result);
            }

            /// <summary>Pads from the last dimension backwards: (left, right, top, bottom, ...).</summary>
            public static Tensor pad(Tensor input, long[] pad, PaddingModes mode = PaddingModes.Constant, double value = 0)
                => functional.pad(input, pad.AsSpan(), mode, value);

            /// <inheritdoc cref="pad(Tensor, long[], PaddingModes, double)"/>
            public static Tensor pad(Tensor input, ReadOnlySpan<long> pad, PaddingModes mode = PaddingModes.Constant, double value = 0)
            {
                var name = mode switch
                {
                    PaddingModes.Reflect => "reflect\0"u8,
                    PaddingModes.Replicate => "replicate\0"u8,
                    PaddingModes.Circular => "circular\0"u8,
                    _ => "constant\0"u8,
                };
                nint result;
                int status;
                fixed (byte* text = name)
                fixed (long* amounts = pad)
                    status = tao_pad(input.Raw, amounts, pad.Length, text, value, &result);
                GC.KeepAlive(input);
                return Call.Wrap(status, result);
            }

            /// <inheritdoc cref="pad(Tensor, long[], PaddingModes, double)"/>
            public static Tensor pad(Tensor input, (long, long) pad, PaddingModes mode = PaddingModes.Constant, double value = 0)
                => functional.pad(input, [pad.Item1, pad.Item2], mode, value);

            /// <inheritdoc cref="pad(Tensor, long[], PaddingModes, double)"/>
            public static Tensor pad(Tensor input, (long, long, long, long) pad, PaddingModes mode = PaddingModes.Constant, double value = 0)
                => functional.pad(input, [pad.Item1, pad.Item2, pad.Item3, pad.Item4], mode, value);

            /// <inheritdoc cref="pad(Tensor, long[], PaddingModes, double)"/>
            public static Tensor pad(Tensor input, long pad, PaddingModes mode = PaddingModes.Constant, double value = 0)
                => functional.pad(input, [pad, pad], mode, value);

            /// <summary>[N, C r^2, H, W] as [N, C, H r, W r].</summary>
            public static Tensor pixel_shuffle(Tensor input, long upscale_factor) => Call.WithLong(&tao_pixel_shuffle, input, upscale_factor);

            /// <summary>The inverse of <see cref="pixel_shuffle"/>.</summary>
            public static Tensor pixel_unshuffle(Tensor input, long downscale_factor) => Call.WithLong(&tao_pixel_unshuffle, input, downscale_factor);
        }
    }
}
