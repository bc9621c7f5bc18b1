using System.Globalization;
using System.Runtime.CompilerServices;
using TorchSharp.Native;
using static TorchSharp.Native.NativeMethods;

namespace TorchSharp;

public static partial class torch
{
    public unsafe partial class Tensor
    {
        /// <summary>The element type.</summary>
        public ScalarType dtype => (ScalarType)Call.Flag(&tao_dtype, this);

        /// <summary>Where it lives.</summary>
        public Device device
        {
            get
            {
                int type, index;
                Call.Check(tao_device(Raw, &type, &index));
                GC.KeepAlive(this);
                return type == (int)DeviceType.CPU && index < 0 ? CPU : new Device((DeviceType)type, index);
            }
        }

        /// <summary>The kind of device it lives in.</summary>
        public DeviceType device_type => device.type;

        /// <summary>The number of that device.</summary>
        public int device_index => device.index;

        /// <summary>Length of each dimension.</summary>
        public long[] shape
        {
            get
            {
                var result = new long[dim()];
                fixed (long* values = result) Call.Check(tao_sizes(Raw, values));
                GC.KeepAlive(this);
                return result;
            }
        }

        /// <summary>Number of dimensions.</summary>
        public long ndim => dim();

        /// <inheritdoc cref="ndim"/>
        public long Dimensions => dim();

        /// <summary>Number of elements.</summary>
        public long NumberOfElements => numel();

        /// <summary>Bytes per element.</summary>
        public long ElementSize => element_size();

        /// <summary>Whether it was made by the user rather than by a differentiated operation.</summary>
        public bool is_leaf => Call.Flag(&tao_is_leaf, this) != 0;

        /// <summary>Whether it is sparse.</summary>
        public bool is_sparse => Call.Flag(&tao_is_sparse, this) != 0;

        /// <summary>Whether it lives in an NVIDIA GPU.</summary>
        public bool is_cuda => device.type == DeviceType.CUDA;

        /// <summary>Whether it has a shape but no data.</summary>
        public bool is_meta => device.type == DeviceType.META;

        /// <summary>Number of dimensions.</summary>
        public long dim() => Call.Long(&tao_dim, this);

        /// <summary>Number of elements.</summary>
        public long numel() => Call.Long(&tao_numel, this);

        /// <summary>Bytes per element.</summary>
        public long element_size() => Call.Long(&tao_element_size, this);

        /// <summary>Length of a dimension; negative counts from the end.</summary>
        public long size(int dim)
        {
            long result;
            Call.Check(tao_size(Raw, dim, &result));
            GC.KeepAlive(this);
            return result;
        }

        /// <summary>Length of each dimension.</summary>
        public long[] size() => shape;

        /// <summary>Elements between neighbours along each dimension.</summary>
        public long[] stride()
        {
            var result = new long[dim()];
            fixed (long* values = result) Call.Check(tao_strides(Raw, values));
            GC.KeepAlive(this);
            return result;
        }

        /// <summary>Elements between neighbours along a dimension.</summary>
        public long stride(int dim)
        {
            long result;
            Call.Check(tao_stride(Raw, dim, &result));
            GC.KeepAlive(this);
            return result;
        }

        /// <summary>Index of its first element in its storage.</summary>
        public long storage_offset() => Call.Long(&tao_storage_offset, this);

        /// <summary>Whether its elements lie in row-major order without gaps.</summary>
        public bool is_contiguous() => IsContiguous(memory_format.contiguous_format);

        /// <summary>Whether it lives in the host.</summary>
        public bool is_cpu() => device.type == DeviceType.CPU;

        /// <summary>Whether its memory is page-locked.</summary>
        public bool is_pinned() => Call.Flag(&tao_is_pinned, this) != 0;

        /// <inheritdoc/>
        public override bool Equals(object? obj) => obj is Tensor other && Equals(other);

        /// <summary>Same shape, type and elements.</summary>
        public bool Equals(Tensor target)
        {
            if (ReferenceEquals(this, target)) return true;
            if (target is null || target.dtype != dtype) return false;
            int same;
            Call.Check(tao_equal(Raw, target.Raw, &same));
            GC.KeepAlive(this);
            GC.KeepAlive(target);
            return same != 0;
        }

        /// <inheritdoc/>
        public override int GetHashCode() => RuntimeHelpers.GetHashCode(this);

        /// <summary>Shape, type and device, such as <c>[2x3], type = Float32, device = cpu</c>.</summary>
        public override string ToString()
            => IsInvalid
                ? "disposed tensor"
                : $"[{string.Join('x', Array.ConvertAll(shape, length => length.ToString(CultureInfo.InvariantCulture)))}], type = {dtype}, device = {device}";

        internal bool IsContiguous(memory_format format)
        {
            int result;
            Call.Check(tao_is_contiguous(Raw, MemoryFormatNumber(format), &result));
            GC.KeepAlive(this);
            return result != 0;
        }

        // c10::MemoryFormat numbers contiguous 0 and preserve 1, TorchSharp's enum the other way round.
        internal static int MemoryFormatNumber(memory_format format) => format switch
        {
            memory_format.contiguous_format => 0,
            memory_format.preserve_format => 1,
            _ => 2,
        };
    }
}
