using TorchSharp.Native;
using static TorchSharp.Native.NativeMethods;

namespace TorchSharp;

public static partial class torch
{
    public unsafe partial class Tensor
    {
        /// <summary>A part by integers, slices, masks and index tensors.</summary>
        public Tensor this[params TensorIndex[] indices]
        {
            get => index(indices);
            set => index_put_(value, indices);
        }

        /// <summary>A part by index tensors or a mask.</summary>
        public Tensor this[params Tensor[] indices]
        {
            get => index(indices);
            set => index_put_(value, indices);
        }

        /// <summary>One slice or element.</summary>
        public Tensor this[long i1]
        {
            get => select(0, i1);
            set => index_put_(value, (TensorIndex[])[i1]);
        }

        /// <summary>One slice or element.</summary>
        public Tensor this[long i1, long i2]
        {
            get => index((TensorIndex[])[i1, i2]);
            set => index_put_(value, (TensorIndex[])[i1, i2]);
        }

        /// <summary>One slice or element.</summary>
        public Tensor this[long i1, long i2, long i3]
        {
            get => index((TensorIndex[])[i1, i2, i3]);
            set => index_put_(value, (TensorIndex[])[i1, i2, i3]);
        }

        /// <summary>One slice or element.</summary>
        public Tensor this[long i1, long i2, long i3, long i4]
        {
            get => index((TensorIndex[])[i1, i2, i3, i4]);
            set => index_put_(value, (TensorIndex[])[i1, i2, i3, i4]);
        }

        /// <summary>One slice or element.</summary>
        public Tensor this[long i1, long i2, long i3, long i4, long i5]
        {
            get => index((TensorIndex[])[i1, i2, i3, i4, i5]);
            set => index_put_(value, (TensorIndex[])[i1, i2, i3, i4, i5]);
        }

        /// <summary>One slice or element.</summary>
        public Tensor this[long i1, long i2, long i3, long i4, long i5, long i6]
        {
            get => index((TensorIndex[])[i1, i2, i3, i4, i5, i6]);
            set => index_put_(value, (TensorIndex[])[i1, i2, i3, i4, i5, i6]);
        }

        /// <summary>A part by integers, slices, masks and index tensors.</summary>
        public Tensor index(params TensorIndex[] indices)
        {
            nint result;
            int status;
            var native = TensorIndex.ToNative(indices);
            fixed (NativeIndex* values = native) status = tao_index(Raw, values, native.Length, &result);
            GC.KeepAlive(this);
            GC.KeepAlive(indices);
            return Call.Wrap(status, result);
        }

        /// <summary>A part by index tensors or a mask.</summary>
        public Tensor index(params Tensor[] indices) => index(TensorIndex.FromTensors(indices));

        /// <summary>Replaces a part by the (broadcast) value.</summary>
        public Tensor index_put_(Tensor value, params TensorIndex[] indices)
        {
            var native = TensorIndex.ToNative(indices);
            fixed (NativeIndex* values = native) Call.Check(tao_index_put_(Raw, values, native.Length, value.Raw));
            GC.KeepAlive(indices);
            GC.KeepAlive(value);
            return this;
        }

        /// <summary>Replaces a part by the (broadcast) value.</summary>
        public Tensor index_put_(Tensor value, params Tensor[] indices) => index_put_(value, TensorIndex.FromTensors(indices));

        /// <summary>Replaces a part by a number.</summary>
        public Tensor index_put_(Scalar value, params TensorIndex[] indices)
        {
            var native = TensorIndex.ToNative(indices);
            fixed (NativeIndex* values = native) Call.Check(tao_index_put_number_(Raw, values, native.Length, value.Value));
            GC.KeepAlive(indices);
            return this;
        }

        /// <summary>Replaces a part by a number.</summary>
        public Tensor index_put_(Scalar value, params Tensor[] indices) => index_put_(value, TensorIndex.FromTensors(indices));

        /// <summary>Replaces a part by the value, or adds it there when elements named more than once shall accumulate.</summary>
        public Tensor index_put_(Tensor value, Tensor[] indices, bool accumulate)
        {
            if (!accumulate) return index_put_(value, indices);
            var raw = Call.RawOf(indices);
            fixed (nint* handles = raw) Call.Check(tao_index_put_accumulate_(Raw, handles, raw.Length, value.Raw));
            GC.KeepAlive(indices);
            GC.KeepAlive(value);
            return this;
        }
    }
}
