using TorchSharp.Native;
using static TorchSharp.Native.NativeMethods;

namespace TorchSharp;

public static partial class torch
{
    public unsafe partial class Tensor
    {
        /// <summary>Same memory in another shape; -1 is worked out.</summary>
        public Tensor view(params long[] shape) => Call.WithDims(&tao_view, this, shape);

        /// <summary>Same elements in another shape, copied only where it must be.</summary>
        public Tensor reshape(params long[] shape) => Call.WithDims(&tao_reshape, this, shape);

        /// <summary>Dimensions in another order.</summary>
        public Tensor permute(params long[] permutation) => Call.WithDims(&tao_permute, this, permutation);

        /// <summary>Repeated along each dimension.</summary>
        public Tensor repeat(params long[] sizes) => Call.WithDims(&tao_repeat, this, sizes);

        /// <summary>Reversed along dimensions.</summary>
        public Tensor flip(params long[] dims) => Call.WithDims(&tao_flip, this, dims);

        /// <summary>Dimensions in another order.</summary>
        public Tensor permute(IEnumerable<long> permutation) => Call.WithDims(&tao_permute, this, permutation.ToArray());

        /// <summary>Repeated along each dimension.</summary>
        public Tensor tile(long[] reps) => Call.WithDims(&tao_tile, this, reps);

        /// <summary>In the other's shape.</summary>
        public Tensor view_as(Tensor other) => view(other.shape);

        /// <summary>Dimensions start to end as one.</summary>
        public Tensor flatten(long start_dim = 0, long end_dim = -1) => Call.WithLongs(&tao_flatten, this, start_dim, end_dim);

        /// <summary>One dimension as several.</summary>
        public Tensor unflatten(long dim, params long[] sizes)
        {
            nint result;
            int status;
            fixed (long* values = sizes) status = tao_unflatten(Raw, dim, values, sizes.Length, &result);
            GC.KeepAlive(this);
            return Call.Wrap(status, result);
        }

        /// <summary>Without its dimensions of length 1, or without one of them.</summary>
        public Tensor squeeze(long? dim = null)
            => dim is { } one ? Call.WithLong(&tao_squeeze_dim, this, one) : Call.Unary(&tao_squeeze, this);

        /// <summary>The same in place.</summary>
        public Tensor squeeze_(long? dim = null)
        {
            var one = dim.GetValueOrDefault();
            Call.Check(tao_squeeze_(Raw, dim.HasValue ? &one : null));
            return this;
        }

        /// <summary>With a new dimension of length 1.</summary>
        public Tensor unsqueeze(long dim) => Call.WithLong(&tao_unsqueeze, this, dim);

        /// <summary>The same in place.</summary>
        public Tensor unsqueeze_(long dim)
        {
            Call.Check(tao_unsqueeze_(Raw, dim));
            return this;
        }

        /// <summary>Two dimensions exchanged.</summary>
        public Tensor transpose(long dim0, long dim1) => Call.WithLongs(&tao_transpose, this, dim0, dim1);

        /// <summary>The same in place.</summary>
        public Tensor transpose_(long dim0, long dim1)
        {
            Call.Check(tao_transpose_(Raw, dim0, dim1));
            return this;
        }

        /// <summary>Two dimensions exchanged.</summary>
        public Tensor swapaxes(long dim0, long dim1) => transpose(dim0, dim1);

        /// <summary>A matrix transposed.</summary>
        public Tensor t() => Call.Unary(&tao_t, this);

        /// <summary>The dimensions reversed.</summary>
        public Tensor T => permute([.. Enumerable.Range(0, (int)dim()).Select(d => (long)d).Reverse()]);

        /// <summary>The last two dimensions exchanged.</summary>
        public Tensor mT => transpose(-2, -1);

        /// <summary>Dimensions of length 1 stretched without copying; -1 keeps a length.</summary>
        public Tensor expand(params long[] sizes) => Call.WithDims(&tao_expand, this, sizes);

        /// <summary>The same.</summary>
        public Tensor expand(ReadOnlySpan<long> sizes, bool isImplicit = false) => Call.WithDims(&tao_expand, this, sizes);

        /// <summary>The same.</summary>
        public Tensor expand(Size sizes, bool isImplicit = false) => Call.WithDims(&tao_expand, this, sizes.Shape);

        /// <summary>The same.</summary>
        public Tensor expand(long[] sizes, bool isImplicit) => Call.WithDims(&tao_expand, this, sizes);

        /// <summary>Stretched to the other's shape.</summary>
        public Tensor expand_as(Tensor other) => expand(other.shape);

        /// <summary>Stretched to a shape.</summary>
        public Tensor broadcast_to(params long[] shape) => expand(shape);

        /// <summary>Each element repeated, along a dimension or flat.</summary>
        public Tensor repeat_interleave(long repeats, long? dim = null, long? output_size = null)
        {
            nint result;
            var along = dim.GetValueOrDefault();
            var status = tao_repeat_interleave(Raw, repeats, dim.HasValue ? &along : null, &result);
            GC.KeepAlive(this);
            return Call.Wrap(status, result);
        }

        /// <summary>Each element repeated its own number of times.</summary>
        public Tensor repeat_interleave(Tensor repeats, long? dim = null, long? output_size = null)
        {
            nint result;
            var along = dim.GetValueOrDefault();
            var status = tao_repeat_interleave_tensor(Raw, repeats.Raw, dim.HasValue ? &along : null, &result);
            GC.KeepAlive(this);
            GC.KeepAlive(repeats);
            return Call.Wrap(status, result);
        }

        /// <summary>Moved round along a dimension, or flat.</summary>
        public Tensor roll(long shifts, long? dims = null) => Roll([shifts], dims is { } dim ? [dim] : []);

        /// <summary>Moved round along dimensions.</summary>
        public Tensor roll(long[] shifts, long[] dims) => Roll(shifts, dims);

        /// <summary>Moved round along two dimensions.</summary>
        public Tensor roll((long, long) shifts, (long, long) dims) => Roll([shifts.Item1, shifts.Item2], [dims.Item1, dims.Item2]);

        /// <summary>Turned by k quarter turns in the plane of two dimensions, the first two by default.</summary>
        public Tensor rot90(long k = 1, (long, long)? dims = null)
        {
            var (from, to) = dims ?? (0, 1);
            nint result;
            var status = tao_rot90(Raw, k, from, to, &result);
            GC.KeepAlive(this);
            return Call.Wrap(status, result);
        }

        /// <summary>Windows of a size along a dimension, as a new last dimension.</summary>
        public Tensor unfold(long dimension, long size, long step) => ThreeLongs(&tao_unfold_dim, dimension, size, step);

        /// <summary>A view with any sizes and strides of the same storage.</summary>
        public Tensor as_strided(long[] size, long[] strides, long storageOffset = 0)
        {
            if (size.Length != strides.Length) throw new ArgumentException($"{size.Length} sizes need as many strides, not {strides.Length}.");
            nint result;
            int status;
            fixed (long* dims = size, steps = strides) status = tao_as_strided(Raw, dims, steps, size.Length, storageOffset, &result);
            GC.KeepAlive(this);
            return Call.Wrap(status, result);
        }

        /// <summary>Dimensions moved to other places.</summary>
        public Tensor movedim(long[] source, long[] destination)
        {
            if (source.Length != destination.Length) throw new ArgumentException($"{source.Length} dimensions need as many destinations, not {destination.Length}.");
            nint result;
            int status;
            fixed (long* from = source, to = destination) status = tao_movedim(Raw, from, to, source.Length, &result);
            GC.KeepAlive(this);
            return Call.Wrap(status, result);
        }

        /// <summary>Dimensions moved to other places.</summary>
        public Tensor moveaxis(long[] source, long[] destination) => movedim(source, destination);

        /// <summary>Left and right exchanged.</summary>
        public Tensor fliplr() => flip(1);

        /// <summary>Top and bottom exchanged.</summary>
        public Tensor flipud() => flip(0);

        /// <summary>A matrix with this diagonal, or a matrix' diagonal.</summary>
        public Tensor diag(long diagonal = 0) => Call.WithLong(&tao_diag, this, diagonal);

        /// <summary>The diagonal of two dimensions, as the last dimension.</summary>
        public Tensor diagonal(long offset = 0, long dim1 = 0, long dim2 = 1) => ThreeLongs(&tao_diagonal, offset, dim1, dim2);

        /// <summary>Matrices that have the last dimension as their diagonal.</summary>
        public Tensor diag_embed(long offset = 0, long dim1 = -2, long dim2 = -1) => ThreeLongs(&tao_diag_embed, offset, dim1, dim2);

        /// <summary>Lower triangle.</summary>
        public Tensor tril(long diagonal = 0) => Call.WithLong(&tao_tril, this, diagonal);

        /// <summary>Upper triangle.</summary>
        public Tensor triu(long diagonal = 0) => Call.WithLong(&tao_triu, this, diagonal);

        /// <summary>Real and imaginary part as a last dimension of length 2.</summary>
        public Tensor view_as_real() => Call.Unary(&tao_view_as_real, this);

        /// <summary>A last dimension of length 2 as complex numbers.</summary>
        public Tensor view_as_complex() => Call.Unary(&tao_view_as_complex, this);

        /// <summary>Real part.</summary>
        public Tensor real => Call.Unary(&tao_real, this);

        /// <summary>Imaginary part.</summary>
        public Tensor imag => Call.Unary(&tao_imag, this);

        private Tensor ThreeLongs(delegate*<nint, long, long, long, nint*, int> function, long a, long b, long c)
        {
            nint result;
            var status = function(Raw, a, b, c, &result);
            GC.KeepAlive(this);
            return Call.Wrap(status, result);
        }

        private Tensor Roll(ReadOnlySpan<long> shifts, ReadOnlySpan<long> axes)
        {
            nint result;
            int status;
            fixed (long* amounts = shifts, along = axes) status = tao_roll(Raw, amounts, shifts.Length, along, axes.Length, &result);
            GC.KeepAlive(this);
            return Call.Wrap(status, result);
        }
    }
}
