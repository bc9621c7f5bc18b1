using TorchSharp.Native;
using static TorchSharp.Native.NativeMethods;

namespace TorchSharp;

public static partial class torch
{
    public unsafe partial class Tensor
    {
        /// <summary>Sum of all elements.</summary>
        public Tensor sum(ScalarType? type = null) => Reduce(&tao_sum, [], all: true, false, type);

        /// <summary>Sum over dimensions.</summary>
        public Tensor sum(long[] dim, bool keepdim = false, ScalarType? type = null) => Reduce(&tao_sum, dim, false, keepdim, type);

        /// <summary>Sum over dimensions.</summary>
        public Tensor sum(ReadOnlySpan<long> dim, bool keepdim = false, ScalarType? type = null) => Reduce(&tao_sum, dim, false, keepdim, type);

        /// <summary>Sum over a dimension.</summary>
        public Tensor sum(long dim, bool keepdim = false, ScalarType? type = null) => Reduce(&tao_sum, [dim], false, keepdim, type);

        /// <summary>Sum over dimensions.</summary>
        public Tensor sum(long dim0, long dim1, bool keepdim = false, ScalarType? type = null) => Reduce(&tao_sum, [dim0, dim1], false, keepdim, type);

        /// <summary>Sum over dimensions.</summary>
        public Tensor sum(long dim0, long dim1, long dim2, bool keepdim = false, ScalarType? type = null) => Reduce(&tao_sum, [dim0, dim1, dim2], false, keepdim, type);

        /// <summary>Mean of all elements.</summary>
        public Tensor mean() => Reduce(&tao_mean, [], all: true, false, null);

        /// <summary>Mean over dimensions.</summary>
        public Tensor mean(long[] dimensions, bool keepdim = false, ScalarType? type = null) => Reduce(&tao_mean, dimensions, false, keepdim, type);

        /// <summary>Standard deviation of all elements; unbiased divides by n - 1.</summary>
        public Tensor std(bool unbiased = true) => Spread(&tao_std, [], all: true, unbiased, false, null);

        /// <summary>Standard deviation over dimensions; unbiased divides by n - 1.</summary>
        public Tensor std(ReadOnlySpan<long> dimensions, bool unbiased = true, bool keepdim = false, ScalarType? type = null)
            => Spread(&tao_std, dimensions, false, unbiased, keepdim, type);

        /// <summary>Standard deviation over dimensions; unbiased divides by n - 1.</summary>
        public Tensor std(long[] dimensions, bool unbiased = true, bool keepdim = false, ScalarType? type = null)
            => Spread(&tao_std, dimensions, false, unbiased, keepdim, type);

        /// <summary>Standard deviation over dimensions; unbiased divides by n - 1.</summary>
        public Tensor std(long dim, bool unbiased = true, bool keepdim = false, ScalarType? type = null)
            => Spread(&tao_std, [dim], false, unbiased, keepdim, type);

        /// <summary>Standard deviation over dimensions; unbiased divides by n - 1.</summary>
        public Tensor std((long, long) dim, bool unbiased = true, bool keepdim = false, ScalarType? type = null)
            => Spread(&tao_std, [dim.Item1, dim.Item2], false, unbiased, keepdim, type);

        /// <summary>Standard deviation over dimensions; unbiased divides by n - 1.</summary>
        public Tensor std((long, long, long) dim, bool unbiased = true, bool keepdim = false, ScalarType? type = null)
            => Spread(&tao_std, [dim.Item1, dim.Item2, dim.Item3], false, unbiased, keepdim, type);

        /// <summary>Standard deviation and mean of all elements.</summary>
        public (Tensor std, Tensor mean) std_mean(bool unbiased = true) => SpreadAndMean(&tao_std_mean, [], all: true, unbiased, false);

        /// <summary>Standard deviation and mean over dimensions.</summary>
        public (Tensor std, Tensor mean) std_mean(long[] dimensions, bool unbiased = true, bool keepdim = false, ScalarType? type = null)
            => (type is { } t ? to_type(t) : this).SpreadAndMean(&tao_std_mean, dimensions, false, unbiased, keepdim);

        /// <summary>Standard deviation and mean over dimensions.</summary>
        public (Tensor std, Tensor mean) std_mean(long dim, bool unbiased = true, bool keepdim = false, ScalarType? type = null)
            => (type is { } t ? to_type(t) : this).SpreadAndMean(&tao_std_mean, [dim], false, unbiased, keepdim);

        /// <summary>Variance of all elements; unbiased divides by n - 1.</summary>
        public Tensor var(bool unbiased = true) => Spread(&tao_var, [], all: true, unbiased, false, null);

        /// <summary>Variance over dimensions; unbiased divides by n - 1.</summary>
        public Tensor var(ReadOnlySpan<long> dimensions, bool unbiased = true, bool keepdim = false, ScalarType? type = null)
            => Spread(&tao_var, dimensions, false, unbiased, keepdim, type);

        /// <summary>Variance over dimensions; unbiased divides by n - 1.</summary>
        public Tensor var(long[] dimensions, bool unbiased = true, bool keepdim = false, ScalarType? type = null)
            => Spread(&tao_var, dimensions, false, unbiased, keepdim, type);

        /// <summary>Variance over dimensions; unbiased divides by n - 1.</summary>
        public Tensor var(long dim, bool unbiased = true, bool keepdim = false, ScalarType? type = null)
            => Spread(&tao_var, [dim], false, unbiased, keepdim, type);

        /// <summary>Variance over dimensions; unbiased divides by n - 1.</summary>
        public Tensor var((long, long) dim, bool unbiased = true, bool keepdim = false, ScalarType? type = null)
            => Spread(&tao_var, [dim.Item1, dim.Item2], false, unbiased, keepdim, type);

        /// <summary>Variance over dimensions; unbiased divides by n - 1.</summary>
        public Tensor var((long, long, long) dim, bool unbiased = true, bool keepdim = false, ScalarType? type = null)
            => Spread(&tao_var, [dim.Item1, dim.Item2, dim.Item3], false, unbiased, keepdim, type);

        /// <summary>Variance and mean of all elements.</summary>
        public (Tensor var, Tensor mean) var_mean(bool unbiased = true) => SpreadAndMean(&tao_var_mean, [], all: true, unbiased, false);

        /// <summary>Variance and mean over dimensions.</summary>
        public (Tensor var, Tensor mean) var_mean(long[] dimensions, bool unbiased = true, bool keepdim = false, ScalarType? type = null)
            => (type is { } t ? to_type(t) : this).SpreadAndMean(&tao_var_mean, dimensions, false, unbiased, keepdim);

        /// <summary>Variance and mean over dimensions.</summary>
        public (Tensor var, Tensor mean) var_mean(long dim, bool unbiased = true, bool keepdim = false, ScalarType? type = null)
            => (type is { } t ? to_type(t) : this).SpreadAndMean(&tao_var_mean, [dim], false, unbiased, keepdim);

        /// <summary>Greatest over dimensions; ties share the gradient.</summary>
        public Tensor amax(long[] dims, bool keepdim = false, Tensor? @out = null) => Extreme(&tao_amax, dims, keepdim, @out);

        /// <summary>Greatest over dimensions; ties share the gradient.</summary>
        public Tensor amax(ReadOnlySpan<long> dims, bool keepdim = false, Tensor? @out = null) => Extreme(&tao_amax, dims, keepdim, @out);

        /// <summary>Greatest over dimensions; ties share the gradient.</summary>
        public Tensor amax(params long[] dims) => Extreme(&tao_amax, dims, false, null);

        /// <summary>Least over dimensions; ties share the gradient.</summary>
        public Tensor amin(long[] dims, bool keepdim = false, Tensor? @out = null) => Extreme(&tao_amin, dims, keepdim, @out);

        /// <summary>Least over dimensions; ties share the gradient.</summary>
        public Tensor amin(ReadOnlySpan<long> dims, bool keepdim = false, Tensor? @out = null) => Extreme(&tao_amin, dims, keepdim, @out);

        /// <summary>Least over dimensions; ties share the gradient.</summary>
        public Tensor amin(params long[] dims) => Extreme(&tao_amin, dims, false, null);

        /// <summary>Greatest element.</summary>
        public Tensor max() => Call.Unary(&tao_max, this);

        /// <summary>Greatest elements along a dimension and where they are.</summary>
        public (Tensor values, Tensor indexes) max(long dim, bool keepdim = false) => Call.PairAlong(&tao_max_dim, this, dim, keepdim);

        /// <summary>Greatest of two, element by element.</summary>
        public Tensor max(Tensor other) => maximum(other);

        /// <summary>Least element.</summary>
        public Tensor min() => Call.Unary(&tao_min, this);

        /// <summary>Least elements along a dimension and where they are.</summary>
        public (Tensor values, Tensor indexes) min(long dim, bool keepdim = false) => Call.PairAlong(&tao_min_dim, this, dim, keepdim);

        /// <summary>Least of two, element by element.</summary>
        public Tensor min(Tensor other) => minimum(other);

        /// <summary>Flat index of the greatest element.</summary>
        public Tensor argmax() => Where(&tao_argmax, null, false);

        /// <summary>Index of the greatest element along a dimension.</summary>
        public Tensor argmax(long dim, bool keepdim = false) => Where(&tao_argmax, dim, keepdim);

        /// <summary>Flat index of the least element.</summary>
        public Tensor argmin() => Where(&tao_argmin, null, false);

        /// <summary>Index of the least element along a dimension.</summary>
        public Tensor argmin(long dim, bool keepdim = false) => Where(&tao_argmin, dim, keepdim);

        /// <summary>Whether every element is not zero.</summary>
        public Tensor all() => Call.Unary(&tao_all, this);

        /// <summary>Whether every element along a dimension is not zero.</summary>
        public Tensor all(long dim, bool keepdim = false) => Call.WithDim(&tao_all_dim, this, dim, keepdim);

        /// <summary>Whether any element is not zero.</summary>
        public Tensor any() => Call.Unary(&tao_any, this);

        /// <summary>Whether any element along a dimension is not zero.</summary>
        public Tensor any(long dim, bool keepdim = false) => Call.WithDim(&tao_any_dim, this, dim, keepdim);

        /// <summary>p-norm of all elements.</summary>
        public Tensor norm(float p = 2f) => Call.WithDouble(&tao_norm, this, p);

        /// <summary>p-norm along a dimension.</summary>
        public Tensor norm(int dim, bool keepdim = false, float p = 2f)
        {
            nint result;
            var status = tao_norm_dim(Raw, p, dim, keepdim ? 1 : 0, &result);
            GC.KeepAlive(this);
            return Call.Wrap(status, result);
        }

        /// <summary>log(sum(e^x)) along a dimension.</summary>
        public Tensor logsumexp(long dim, bool keepdim = false) => Call.WithDim(&tao_logsumexp, this, dim, keepdim);

        /// <summary>Running sum along a dimension.</summary>
        public Tensor cumsum(long dim, ScalarType? type = null)
        {
            nint result;
            var status = tao_cumsum(Raw, dim, type is { } t ? (int)t : -1, &result);
            GC.KeepAlive(this);
            return Call.Wrap(status, result);
        }

        /// <summary>Running product along a dimension.</summary>
        public Tensor cumprod(long dim, ScalarType? type = null)
        {
            nint result;
            var status = tao_cumprod(Raw, dim, type is { } t ? (int)t : -1, &result);
            GC.KeepAlive(this);
            return Call.Wrap(status, result);
        }

        /// <summary>Product of all elements.</summary>
        public Tensor prod(ScalarType? type = null)
        {
            nint result;
            var status = tao_prod(Raw, type is { } t ? (int)t : -1, &result);
            GC.KeepAlive(this);
            return Call.Wrap(status, result);
        }

        /// <summary>Product along a dimension.</summary>
        public Tensor prod(long dim, bool keepdim = false, ScalarType? type = null)
        {
            nint result;
            var status = tao_prod_dim(Raw, dim, keepdim ? 1 : 0, type is { } t ? (int)t : -1, &result);
            GC.KeepAlive(this);
            return Call.Wrap(status, result);
        }

        private Tensor Reduce(delegate*<nint, long*, int, int, int, nint*, int> function, ReadOnlySpan<long> axes, bool all, bool keepdim, ScalarType? type)
        {
            nint result;
            int status;
            fixed (long* values = axes) status = function(Raw, all ? null : values, axes.Length, keepdim ? 1 : 0, type is { } t ? (int)t : -1, &result);
            GC.KeepAlive(this);
            return Call.Wrap(status, result);
        }

        private Tensor Spread(delegate*<nint, long*, int, int, int, nint*, int> function, ReadOnlySpan<long> axes, bool all, bool unbiased, bool keepdim, ScalarType? type)
        {
            var source = type is { } t ? to_type(t) : this;
            nint result;
            int status;
            fixed (long* values = axes) status = function(source.Raw, all ? null : values, axes.Length, unbiased ? 1 : 0, keepdim ? 1 : 0, &result);
            GC.KeepAlive(source);
            return Call.Wrap(status, result);
        }

        private (Tensor, Tensor) SpreadAndMean(delegate*<nint, long*, int, int, int, nint*, nint*, int> function, ReadOnlySpan<long> axes, bool all, bool unbiased, bool keepdim)
        {
            nint first, second;
            int status;
            fixed (long* values = axes) status = function(Raw, all ? null : values, axes.Length, unbiased ? 1 : 0, keepdim ? 1 : 0, &first, &second);
            GC.KeepAlive(this);
            return Call.Wrap(status, first, second);
        }

        private Tensor Extreme(delegate*<nint, long*, int, int, nint*, int> function, ReadOnlySpan<long> axes, bool keepdim, Tensor? target)
        {
            nint result;
            int status;
            fixed (long* values = axes) status = function(Raw, values, axes.Length, keepdim ? 1 : 0, &result);
            GC.KeepAlive(this);
            var found = Call.Wrap(status, result);
            return target is null ? found : target.copy_(found);
        }

        private Tensor Where(delegate*<nint, long*, int, nint*, int> function, long? dim, bool keepdim)
        {
            nint result;
            var along = dim.GetValueOrDefault();
            var status = function(Raw, dim.HasValue ? &along : null, keepdim ? 1 : 0, &result);
            GC.KeepAlive(this);
            return Call.Wrap(status, result);
        }
    }
}
