using TorchSharp.Native;
using static TorchSharp.Native.NativeMethods;

namespace TorchSharp;

public static partial class torch
{
    public unsafe partial class Tensor
    {
        /// <summary>Elements picked along a dimension by an index tensor of the result's shape.</summary>
        public Tensor gather(long dim, Tensor index) => Along(&tao_gather, dim, index);

        /// <summary>Slices picked along a dimension.</summary>
        public Tensor index_select(long dim, Tensor index) => Along(&tao_index_select, dim, index);

        /// <summary>Elements of src put where the index says along a dimension.</summary>
        public Tensor scatter(long dim, Tensor index, Tensor src) => Along(&tao_scatter, dim, index, src);

        /// <summary>The same in place.</summary>
        public Tensor scatter_(long dim, Tensor index, Tensor src) => AlongInPlace(&tao_scatter_, dim, index, src);

        /// <summary>Elements of src added where the index says along a dimension.</summary>
        public Tensor scatter_add(long dim, Tensor index, Tensor src) => Along(&tao_scatter_add, dim, index, src);

        /// <summary>The same in place.</summary>
        public Tensor scatter_add_(long dim, Tensor index, Tensor src) => AlongInPlace(&tao_scatter_add_, dim, index, src);

        /// <summary>Slices of source put at places along a dimension.</summary>
        public Tensor index_copy(long dim, Tensor index, Tensor source) => Along(&tao_index_copy, dim, index, source);

        /// <summary>The same in place.</summary>
        public Tensor index_copy_(long dim, Tensor index, Tensor source) => AlongInPlace(&tao_index_copy_, dim, index, source);

        /// <summary>Slices of source, times alpha, added at places along a dimension.</summary>
        public Tensor index_add(long dim, Tensor index, Tensor source, Scalar alpha)
        {
            nint result;
            var status = tao_index_add(Raw, dim, index.Raw, source.Raw, alpha.Value, &result);
            GC.KeepAlive(this);
            GC.KeepAlive(index);
            GC.KeepAlive(source);
            return Call.Wrap(status, result);
        }

        /// <summary>The same in place.</summary>
        public Tensor index_add_(long dim, Tensor index, Tensor source, Scalar alpha)
        {
            Call.Check(tao_index_add_(Raw, dim, index.Raw, source.Raw, alpha.Value));
            GC.KeepAlive(index);
            GC.KeepAlive(source);
            return this;
        }

        /// <summary>One value put at places along a dimension.</summary>
        public Tensor index_fill(long dim, Tensor index, Scalar value)
        {
            nint result;
            var status = tao_index_fill(Raw, dim, index.Raw, value.Value, &result);
            GC.KeepAlive(this);
            GC.KeepAlive(index);
            return Call.Wrap(status, result);
        }

        /// <summary>The same in place.</summary>
        public Tensor index_fill_(long dim, Tensor index, Scalar value)
        {
            Call.Check(tao_index_fill_(Raw, dim, index.Raw, value.Value));
            GC.KeepAlive(index);
            return this;
        }

        /// <summary>One value where the mask holds.</summary>
        public Tensor masked_fill(Tensor mask, Scalar value)
        {
            nint result;
            var status = tao_masked_fill(Raw, mask.Raw, value.Value, &result);
            GC.KeepAlive(this);
            GC.KeepAlive(mask);
            return Call.Wrap(status, result);
        }

        /// <summary>The same in place.</summary>
        public Tensor masked_fill_(Tensor mask, Scalar value)
        {
            Call.Check(tao_masked_fill_(Raw, mask.Raw, value.Value));
            GC.KeepAlive(mask);
            return this;
        }

        /// <summary>The elements where the mask holds, flat.</summary>
        public Tensor masked_select(Tensor mask) => Call.Binary(&tao_masked_select, this, mask);

        /// <summary>The value's elements, in order, where the mask holds.</summary>
        public Tensor masked_scatter(Tensor mask, Tensor value) => Call.Ternary(&tao_masked_scatter, this, mask, value);

        /// <summary>The same in place.</summary>
        public Tensor masked_scatter_(Tensor mask, Tensor value) => Call.TernaryInPlace(&tao_masked_scatter_, this, mask, value);

        /// <summary>Elements by flat index.</summary>
        public Tensor take(Tensor index) => Call.Binary(&tao_take, this, index);

        /// <summary>Elements by flat index.</summary>
        public Tensor take_along_dim(Tensor indices) => TakeAlong(indices, null);

        /// <summary>Elements by index along a dimension, broadcast over the others.</summary>
        public Tensor take_along_dim(Tensor indices, long dim) => TakeAlong(indices, dim);

        /// <summary>Indices of the elements that are not zero, [count, dimensions].</summary>
        public Tensor nonzero() => Call.Unary(&tao_nonzero, this);

        /// <summary>The same, one tensor per dimension.</summary>
        public IList<Tensor> nonzero_as_list()
        {
            using var places = nonzero();
            return places.unbind(1);
        }

        /// <summary>A run of slices along a dimension.</summary>
        public Tensor narrow(long dim, long start, long length) => ThreeLongs(&tao_narrow, dim, start, length);

        /// <summary>One slice along a dimension.</summary>
        public Tensor select(long dim, long index) => Call.WithLongs(&tao_select, this, dim, index);

        /// <summary>Slices from start to finish (not included) by step along a dimension.</summary>
        public Tensor slice(long dim, long start, long finish, long step)
        {
            nint result;
            var status = tao_slice(Raw, dim, start, finish, step, &result);
            GC.KeepAlive(this);
            return Call.Wrap(status, result);
        }

        /// <summary>A copy with the slices from start to end by step replaced by src.</summary>
        public Tensor slice_scatter(Tensor src, long dim = 0, long? start = null, long? end = null, long step = 1)
        {
            nint result;
            var from = start.GetValueOrDefault();
            var to = end.GetValueOrDefault();
            var status = tao_slice_scatter(Raw, src.Raw, dim, start.HasValue ? &from : null, end.HasValue ? &to : null, step, &result);
            GC.KeepAlive(this);
            GC.KeepAlive(src);
            return Call.Wrap(status, result);
        }

        /// <summary>A copy with one slice along a dimension replaced by src.</summary>
        public Tensor select_scatter(Tensor src, long dim, long index)
        {
            nint result;
            var status = tao_select_scatter(Raw, src.Raw, dim, index, &result);
            GC.KeepAlive(this);
            GC.KeepAlive(src);
            return Call.Wrap(status, result);
        }

        private Tensor Along(delegate*<nint, long, nint, nint*, int> function, long dim, Tensor index)
        {
            nint result;
            var status = function(Raw, dim, index.Raw, &result);
            GC.KeepAlive(this);
            GC.KeepAlive(index);
            return Call.Wrap(status, result);
        }

        private Tensor Along(delegate*<nint, long, nint, nint, nint*, int> function, long dim, Tensor index, Tensor source)
        {
            nint result;
            var status = function(Raw, dim, index.Raw, source.Raw, &result);
            GC.KeepAlive(this);
            GC.KeepAlive(index);
            GC.KeepAlive(source);
            return Call.Wrap(status, result);
        }

        private Tensor AlongInPlace(delegate*<nint, long, nint, nint, int> function, long dim, Tensor index, Tensor source)
        {
            Call.Check(function(Raw, dim, index.Raw, source.Raw));
            GC.KeepAlive(index);
            GC.KeepAlive(source);
            return this;
        }

        private Tensor TakeAlong(Tensor indices, long? dim)
        {
            nint result;
            var along = dim.GetValueOrDefault();
            var status = tao_take_along_dim(Raw, indices.Raw, dim.HasValue ? &along : null, &result);
            GC.KeepAlive(this);
            GC.KeepAlive(indices);
            return Call.Wrap(status, result);
        }
    }
}
