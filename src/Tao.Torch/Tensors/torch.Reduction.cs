using TorchSharp.Native;
using static TorchSharp.Native.NativeMethods;

namespace TorchSharp;

public static unsafe partial class torch
{
    /// <summary>Sum.</summary>
    public static Tensor sum(Tensor input, ScalarType? type = null) => input.sum(type);

    /// <summary>Sum over dimensions.</summary>
    public static Tensor sum(Tensor input, ReadOnlySpan<long> dim, bool keepdim = false, ScalarType? type = null) => input.sum(dim, keepdim, type);

    /// <summary>Sum over a dimension.</summary>
    public static Tensor sum(Tensor input, long dim, bool keepdim = false, ScalarType? type = null) => input.sum(dim, keepdim, type);

    /// <summary>Mean.</summary>
    public static Tensor mean(Tensor input) => input.mean();

    /// <summary>Mean over dimensions.</summary>
    public static Tensor mean(Tensor input, long[] dimensions, bool keepdim = false, ScalarType? type = null) => input.mean(dimensions, keepdim, type);

    /// <summary>Product.</summary>
    public static Tensor prod(Tensor input, ScalarType? type = null) => input.prod(type);

    /// <summary>Product along a dimension.</summary>
    public static Tensor prod(Tensor input, long dim, bool keepdim = false, ScalarType? type = null) => input.prod(dim, keepdim, type);

    /// <summary>Standard deviation.</summary>
    public static Tensor std(Tensor input, bool unbiased = true) => input.std(unbiased);

    /// <summary>Standard deviation over dimensions.</summary>
    public static Tensor std(Tensor input, long[] dimensions, bool unbiased = true, bool keepdim = false, ScalarType? type = null)
        => input.std(dimensions, unbiased, keepdim, type);

    /// <summary>Standard deviation over dimensions.</summary>
    public static Tensor std(Tensor input, long dimensions, bool unbiased = true, bool keepdim = false, ScalarType? type = null)
        => input.std(dimensions, unbiased, keepdim, type);

    /// <summary>Standard deviation over dimensions.</summary>
    public static Tensor std(Tensor input, (long, long) dimensions, bool unbiased = true, bool keepdim = false, ScalarType? type = null)
        => input.std(dimensions, unbiased, keepdim, type);

    /// <summary>Standard deviation over dimensions.</summary>
    public static Tensor std(Tensor input, (long, long, long) dimensions, bool unbiased = true, bool keepdim = false, ScalarType? type = null)
        => input.std(dimensions, unbiased, keepdim, type);

    /// <summary>Variance.</summary>
    public static Tensor var(Tensor input, bool unbiased = true) => input.var(unbiased);

    /// <summary>Variance over dimensions.</summary>
    public static Tensor var(Tensor input, long[] dimensions, bool unbiased = true, bool keepdim = false, ScalarType? type = null)
        => input.var(dimensions, unbiased, keepdim, type);

    /// <summary>Variance over dimensions.</summary>
    public static Tensor var(Tensor input, long dimensions, bool unbiased = true, bool keepdim = false, ScalarType? type = null)
        => input.var(dimensions, unbiased, keepdim, type);

    /// <summary>Variance over dimensions.</summary>
    public static Tensor var(Tensor input, (long, long) dimensions, bool unbiased = true, bool keepdim = false, ScalarType? type = null)
        => input.var(dimensions, unbiased, keepdim, type);

    /// <summary>Variance over dimensions.</summary>
    public static Tensor var(Tensor input, (long, long, long) dimensions, bool unbiased = true, bool keepdim = false, ScalarType? type = null)
        => input.var(dimensions, unbiased, keepdim, type);

    /// <summary>Variance and mean.</summary>
    public static (Tensor var, Tensor mean) var_mean(Tensor input, bool unbiased = true) => input.var_mean(unbiased);

    /// <summary>Variance and mean over dimensions.</summary>
    public static (Tensor var, Tensor mean) var_mean(Tensor input, long[] dimensions, bool unbiased = true, bool keepdim = false, ScalarType? type = null)
        => input.var_mean(dimensions, unbiased, keepdim, type);

    /// <summary>Variance and mean over dimensions.</summary>
    public static (Tensor var, Tensor mean) var_mean(Tensor input, long dimensions, bool unbiased = true, bool keepdim = false, ScalarType? type = null)
        => input.var_mean(dimensions, unbiased, keepdim, type);

    /// <summary>Greatest element.</summary>
    public static Tensor max(Tensor input) => input.max();

    /// <summary>Greatest elements along a dimension and where they are.</summary>
    public static (Tensor values, Tensor indexes) max(Tensor input, long dim, bool keepdim = false) => input.max(dim, keepdim);

    /// <summary>Greatest of two, element by element.</summary>
    public static Tensor max(Tensor input, Tensor other) => input.maximum(other);

    /// <summary>Least element.</summary>
    public static Tensor min(Tensor input) => input.min();

    /// <summary>Least elements along a dimension and where they are.</summary>
    public static (Tensor values, Tensor indexes) min(Tensor input, long dim, bool keepdim = false) => input.min(dim, keepdim);

    /// <summary>Least of two, element by element.</summary>
    public static Tensor min(Tensor input, Tensor other) => input.minimum(other);

    /// <summary>Greatest over dimensions.</summary>
    public static Tensor amax(Tensor input, long[] dims, bool keepdim = false, Tensor? @out = null) => input.amax(dims, keepdim, @out);

    /// <summary>Least over dimensions.</summary>
    public static Tensor amin(Tensor input, long[] dims, bool keepdim = false, Tensor? @out = null) => input.amin(dims, keepdim, @out);

    /// <summary>Flat index of the greatest element.</summary>
    public static Tensor argmax(Tensor input) => input.argmax();

    /// <summary>Index of the greatest element along a dimension.</summary>
    public static Tensor argmax(Tensor input, long dim, bool keepdim = false) => input.argmax(dim, keepdim);

    /// <summary>Flat index of the least element.</summary>
    public static Tensor argmin(Tensor input) => input.argmin();

    /// <summary>Index of the least element along a dimension.</summary>
    public static Tensor argmin(Tensor input, long dim, bool keepdim = false) => input.argmin(dim, keepdim);

    /// <summary>Whether every element is not zero.</summary>
    public static Tensor all(Tensor input) => input.all();

    /// <summary>Whether every element along a dimension is not zero.</summary>
    public static Tensor all(Tensor input, long dim, bool keepdim = false) => input.all(dim, keepdim);

    /// <summary>Whether any element is not zero.</summary>
    public static Tensor any(Tensor input) => input.any();

    /// <summary>Whether any element along a dimension is not zero.</summary>
    public static Tensor any(Tensor input, long dim, bool keepdim = false) => input.any(dim, keepdim);

    /// <summary>p-norm of all elements.</summary>
    public static Tensor norm(Tensor input, float p = 2f) => input.norm(p);

    /// <summary>p-norm along a dimension.</summary>
    public static Tensor norm(Tensor input, int dimension, bool keepdim = false, float p = 2f) => input.norm(dimension, keepdim, p);

    /// <summary>log(sum(e^x)) along a dimension.</summary>
    public static Tensor logsumexp(Tensor input, long dim, bool keepdim = false) => input.logsumexp(dim, keepdim);

    /// <summary>Running sum.</summary>
    public static Tensor cumsum(Tensor input, long dim, ScalarType? type = null) => input.cumsum(dim, type);

    /// <summary>Running product.</summary>
    public static Tensor cumprod(Tensor input, long dim, ScalarType? dtype = null) => input.cumprod(dim, dtype);

    /// <summary>Median of all elements.</summary>
    public static Tensor median(Tensor input) => input.median();

    /// <summary>Quantiles along a dimension.</summary>
    public static Tensor quantile(Tensor input, Tensor q, long dim = -1, bool keepdim = false) => input.quantile(q, dim, keepdim);

    /// <summary>The different elements.</summary>
    public static (Tensor output, Tensor? inverse_indices, Tensor? counts) unique(Tensor input, bool sorted = true, bool return_inverse = false, bool return_counts = false, int? dim = null)
        => input.unique(sorted, return_inverse, return_counts, dim);

    /// <summary>How often each integer occurs.</summary>
    public static Tensor bincount(Tensor input, Tensor? weights = null, long minlength = 0) => input.bincount(weights, minlength);

    /// <summary>How many elements are not zero.</summary>
    public static Tensor count_nonzero(Tensor input, long[]? dims = null) => input.count_nonzero(dims);

    /// <summary>Sorted along a dimension, and the index that each element came from.</summary>
    public static (Tensor values, Tensor indices) sort(Tensor input, long dim = -1, bool descending = false, bool stable = false)
        => input.sort(dim, descending, stable);

    /// <summary>The index that each element of the sorted tensor comes from.</summary>
    public static Tensor argsort(Tensor input, long dim = -1, bool descending = false) => input.argsort(dim, descending);

    /// <summary>The k greatest (or least) along a dimension and where they are.</summary>
    public static (Tensor values, Tensor indices) topk(Tensor tensor, int k, int dim = -1, bool largest = true, bool sorted = true)
        => tensor.topk(k, dim, largest, sorted);

    /// <summary>The k-th least element along a dimension and where it is.</summary>
    public static (Tensor values, Tensor indices) kthvalue(Tensor input, long k, long? dim, bool keepdim = false) => input.kthvalue(k, dim, keepdim);

    /// <summary>Where values would be inserted into sorted rows.</summary>
    public static Tensor searchsorted(Tensor sorted_sequence, Tensor values, bool out_int32 = false, bool right = false)
    {
        nint result;
        var status = tao_searchsorted(sorted_sequence.Raw, values.Raw, out_int32 ? 1 : 0, right ? 1 : 0, &result);
        GC.KeepAlive(sorted_sequence);
        GC.KeepAlive(values);
        return Call.Wrap(status, result);
    }

    /// <summary>The interval between boundaries that each element is in.</summary>
    public static Tensor bucketize(Tensor input, Tensor boundaries, bool outInt32 = false, bool right = false)
    {
        nint result;
        var status = tao_bucketize(input.Raw, boundaries.Raw, outInt32 ? 1 : 0, right ? 1 : 0, &result);
        GC.KeepAlive(input);
        GC.KeepAlive(boundaries);
        return Call.Wrap(status, result);
    }

    /// <summary>Counts in equal bins between min and max, or between the extremes when both are 0.</summary>
    public static Tensor histc(Tensor input, long bins = 100, long min = 0, long max = 0)
    {
        nint result;
        var status = tao_histc(input.Raw, bins, min, max, &result);
        GC.KeepAlive(input);
        return Call.Wrap(status, result);
    }
}
