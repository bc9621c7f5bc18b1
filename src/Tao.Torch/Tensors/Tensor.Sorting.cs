using TorchSharp.Native;
using static TorchSharp.Native.NativeMethods;

namespace TorchSharp;

public static partial class torch
{
    public unsafe partial class Tensor
    {
        /// <summary>Sorted along a dimension, and the index that each element came from.</summary>
        public (Tensor Values, Tensor Indices) sort(long dim = -1, bool descending = false, bool stable = false)
        {
            nint values, indices;
            var status = tao_sort(Raw, dim, descending ? 1 : 0, stable ? 1 : 0, &values, &indices);
            GC.KeepAlive(this);
            return Call.Wrap(status, values, indices);
        }

        /// <summary>The index that each element of the sorted tensor comes from.</summary>
        public Tensor argsort(long dim = -1, bool descending = false)
        {
            var (values, indices) = sort(dim, descending);
            values.Dispose();
            return indices;
        }

        /// <summary>The k greatest (or least) along a dimension and where they are.</summary>
        public (Tensor values, Tensor indexes) topk(int k, int dim = -1, bool largest = true, bool sorted = true)
        {
            nint values, indices;
            var status = tao_topk(Raw, k, dim, largest ? 1 : 0, sorted ? 1 : 0, &values, &indices);
            GC.KeepAlive(this);
            return Call.Wrap(status, values, indices);
        }

        /// <summary>The k-th least element along a dimension (the last by default), k from 1, and where it is.</summary>
        public (Tensor values, Tensor indices) kthvalue(long k, long? dim, bool keepdim = false)
        {
            nint values, indices;
            var status = tao_kthvalue(Raw, k, dim ?? -1, keepdim ? 1 : 0, &values, &indices);
            GC.KeepAlive(this);
            return Call.Wrap(status, values, indices);
        }

        /// <summary>Running maximum along a dimension and where it is.</summary>
        public (Tensor values, Tensor indexes) cummax(long dim)
        {
            nint values, indices;
            var status = tao_cummax(Raw, dim, &values, &indices);
            GC.KeepAlive(this);
            return Call.Wrap(status, values, indices);
        }

        /// <summary>The median of all elements, the lower one of two.</summary>
        public Tensor median() => Call.Unary(&tao_median, this);

        /// <summary>Quantiles along a dimension, interpolated linearly.</summary>
        public Tensor quantile(Tensor q, long dim = -1, bool keepdim = false)
        {
            nint result;
            var status = tao_quantile(Raw, q.Raw, dim, keepdim ? 1 : 0, &result);
            GC.KeepAlive(this);
            GC.KeepAlive(q);
            return Call.Wrap(status, result);
        }

        /// <summary>The different elements (or slices along a dimension); where each came to and how many of it there were, on request.</summary>
        public (Tensor output, Tensor? inverse_indices, Tensor? counts) unique(bool sorted = true, bool return_inverse = false, bool return_counts = false, int? dim = null)
        {
            nint output, inverse, counts;
            long along = dim.GetValueOrDefault();
            var status = tao_unique(Raw, dim.HasValue ? &along : null, sorted ? 1 : 0, &output, &inverse, &counts);
            GC.KeepAlive(this);
            return Unique(status, output, inverse, counts, return_inverse, return_counts);
        }

        /// <summary>The same of runs of equal neighbours.</summary>
        public (Tensor output, Tensor? inverse_indices, Tensor? counts) unique_consecutive(bool return_inverse = false, bool return_counts = false, int? dim = null)
        {
            nint output, inverse, counts;
            long along = dim.GetValueOrDefault();
            var status = tao_unique_consecutive(Raw, dim.HasValue ? &along : null, &output, &inverse, &counts);
            GC.KeepAlive(this);
            return Unique(status, output, inverse, counts, return_inverse, return_counts);
        }

        /// <summary>How often each integer from 0 on occurs, or the sum of its weights.</summary>
        public Tensor bincount(Tensor? weights, long minlength = 0)
        {
            nint result;
            var status = tao_bincount(Raw, Call.RawOrZero(weights), minlength, &result);
            GC.KeepAlive(this);
            GC.KeepAlive(weights);
            return Call.Wrap(status, result);
        }

        /// <summary>How many elements are not zero, over the given dimensions or all.</summary>
        public Tensor count_nonzero(long[]? dims = null)
        {
            nint result;
            int status;
            fixed (long* values = dims) status = tao_count_nonzero(Raw, dims is null ? null : values, dims?.Length ?? 0, &result);
            GC.KeepAlive(this);
            return Call.Wrap(status, result);
        }

        private static (Tensor Output, Tensor? Inverse, Tensor? Counts) Unique(int status, nint output, nint inverse, nint counts, bool wantInverse, bool wantCounts)
        {
            Call.Check(status);
            var found = new Tensor(output);
            var places = new Tensor(inverse);
            var numbers = new Tensor(counts);
            if (!wantInverse) places.Dispose();
            if (!wantCounts) numbers.Dispose();
            return (found, wantInverse ? places : null, wantCounts ? numbers : null);
        }
    }
}
