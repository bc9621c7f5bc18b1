using TorchSharp.Native;
using static TorchSharp.Native.NativeMethods;

namespace TorchSharp;

public static partial class torch
{
    public unsafe partial class Tensor
    {
        /// <summary><see cref="torch.zeros(long[], ScalarType?, Device?, bool, string[])"/> with this tensor's type and device where nothing else is said.</summary>
        public Tensor new_zeros(long[] size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false)
            => zeros(size, dtype ?? this.dtype, device ?? this.device, requires_grad);

        /// <summary><see cref="torch.zeros(long[], ScalarType?, Device?, bool, string[])"/> with this tensor's type and device where nothing else is said.</summary>
        public Tensor new_zeros(ReadOnlySpan<long> size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false)
            => zeros(size, dtype ?? this.dtype, device ?? this.device, requires_grad);

        /// <summary><see cref="torch.zeros(long[], ScalarType?, Device?, bool, string[])"/> with this tensor's type and device where nothing else is said.</summary>
        public Tensor new_zeros(long size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false)
            => zeros(size, dtype ?? this.dtype, device ?? this.device, requires_grad);

        /// <summary><see cref="torch.zeros(long[], ScalarType?, Device?, bool, string[])"/> with this tensor's type and device where nothing else is said.</summary>
        public Tensor new_zeros(long rows, long columns, ScalarType? dtype = null, Device? device = null, bool requires_grad = false)
            => zeros(rows, columns, dtype ?? this.dtype, device ?? this.device, requires_grad);

        /// <summary><see cref="torch.zeros(long[], ScalarType?, Device?, bool, string[])"/> with this tensor's type and device where nothing else is said.</summary>
        public Tensor new_zeros(long dim0, long dim1, long dim2, ScalarType? dtype = null, Device? device = null, bool requires_grad = false)
            => zeros(dim0, dim1, dim2, dtype ?? this.dtype, device ?? this.device, requires_grad);

        /// <summary><see cref="torch.zeros(long[], ScalarType?, Device?, bool, string[])"/> with this tensor's type and device where nothing else is said.</summary>
        public Tensor new_zeros(long dim0, long dim1, long dim2, long dim3, ScalarType? dtype = null, Device? device = null, bool requires_grad = false)
            => zeros(dim0, dim1, dim2, dim3, dtype ?? this.dtype, device ?? this.device, requires_grad);

        /// <summary><see cref="torch.ones(long[], ScalarType?, Device?, bool, string[])"/> with this tensor's type and device where nothing else is said.</summary>
        public Tensor new_ones(long[] size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false)
            => ones(size, dtype ?? this.dtype, device ?? this.device, requires_grad);

        /// <summary><see cref="torch.ones(long[], ScalarType?, Device?, bool, string[])"/> with this tensor's type and device where nothing else is said.</summary>
        public Tensor new_ones(ReadOnlySpan<long> size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false)
            => ones(size, dtype ?? this.dtype, device ?? this.device, requires_grad);

        /// <summary><see cref="torch.ones(long[], ScalarType?, Device?, bool, string[])"/> with this tensor's type and device where nothing else is said.</summary>
        public Tensor new_ones(long size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false)
            => ones(size, dtype ?? this.dtype, device ?? this.device, requires_grad);

        /// <summary><see cref="torch.ones(long[], ScalarType?, Device?, bool, string[])"/> with this tensor's type and device where nothing else is said.</summary>
        public Tensor new_ones(long rows, long columns, ScalarType? dtype = null, Device? device = null, bool requires_grad = false)
            => ones(rows, columns, dtype ?? this.dtype, device ?? this.device, requires_grad);

        /// <summary><see cref="torch.ones(long[], ScalarType?, Device?, bool, string[])"/> with this tensor's type and device where nothing else is said.</summary>
        public Tensor new_ones(long dim0, long dim1, long dim2, ScalarType? dtype = null, Device? device = null, bool requires_grad = false)
            => ones(dim0, dim1, dim2, dtype ?? this.dtype, device ?? this.device, requires_grad);

        /// <summary><see cref="torch.ones(long[], ScalarType?, Device?, bool, string[])"/> with this tensor's type and device where nothing else is said.</summary>
        public Tensor new_ones(long dim0, long dim1, long dim2, long dim3, ScalarType? dtype = null, Device? device = null, bool requires_grad = false)
            => ones(dim0, dim1, dim2, dim3, dtype ?? this.dtype, device ?? this.device, requires_grad);

        /// <summary><see cref="torch.empty(long[], ScalarType?, Device?, bool, string[])"/> with this tensor's type and device where nothing else is said.</summary>
        public Tensor new_empty(long[] size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false)
            => empty(size, dtype ?? this.dtype, device ?? this.device, requires_grad);

        /// <summary><see cref="torch.empty(long[], ScalarType?, Device?, bool, string[])"/> with this tensor's type and device where nothing else is said.</summary>
        public Tensor new_empty(ReadOnlySpan<long> size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false)
            => empty(size, dtype ?? this.dtype, device ?? this.device, requires_grad);

        /// <summary><see cref="torch.empty(long[], ScalarType?, Device?, bool, string[])"/> with this tensor's type and device where nothing else is said.</summary>
        public Tensor new_empty(long size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false)
            => empty(size, dtype ?? this.dtype, device ?? this.device, requires_grad);

        /// <summary><see cref="torch.empty(long[], ScalarType?, Device?, bool, string[])"/> with this tensor's type and device where nothing else is said.</summary>
        public Tensor new_empty(long rows, long columns, ScalarType? dtype = null, Device? device = null, bool requires_grad = false)
            => empty(rows, columns, dtype ?? this.dtype, device ?? this.device, requires_grad);

        /// <summary><see cref="torch.empty(long[], ScalarType?, Device?, bool, string[])"/> with this tensor's type and device where nothing else is said.</summary>
        public Tensor new_empty(long dim0, long dim1, long dim2, ScalarType? dtype = null, Device? device = null, bool requires_grad = false)
            => empty(dim0, dim1, dim2, dtype ?? this.dtype, device ?? this.device, requires_grad);

        /// <summary><see cref="torch.empty(long[], ScalarType?, Device?, bool, string[])"/> with this tensor's type and device where nothing else is said.</summary>
        public Tensor new_empty(long dim0, long dim1, long dim2, long dim3, ScalarType? dtype = null, Device? device = null, bool requires_grad = false)
            => empty(dim0, dim1, dim2, dim3, dtype ?? this.dtype, device ?? this.device, requires_grad);

        /// <summary>One value everywhere, with this tensor's type and device where nothing else is said.</summary>
        public Tensor new_full(long[] size, Scalar value, ScalarType? dtype = null, Device? device = null, bool requires_grad = false)
            => full(size, value, dtype ?? this.dtype, device ?? this.device, requires_grad);

        /// <summary>One value everywhere, with this tensor's type and device where nothing else is said.</summary>
        public Tensor new_full(ReadOnlySpan<long> size, Scalar value, ScalarType? dtype = null, Device? device = null, bool requires_grad = false)
            => full(size, value, dtype ?? this.dtype, device ?? this.device, requires_grad);

        /// <summary>One value everywhere, with this tensor's type and device where nothing else is said.</summary>
        public Tensor new_full(long size, Scalar value, ScalarType? dtype = null, Device? device = null, bool requires_grad = false)
            => full(size, value, dtype ?? this.dtype, device ?? this.device, requires_grad);

        /// <summary>One value everywhere, with this tensor's type and device where nothing else is said.</summary>
        public Tensor new_full(long rows, long columns, Scalar value, ScalarType? dtype = null, Device? device = null, bool requires_grad = false)
            => full(rows, columns, value, dtype ?? this.dtype, device ?? this.device, requires_grad);

        /// <summary>One value everywhere, with this tensor's type and device where nothing else is said.</summary>
        public Tensor new_full(long dim0, long dim1, long dim2, Scalar value, ScalarType? dtype = null, Device? device = null, bool requires_grad = false)
            => full(dim0, dim1, dim2, value, dtype ?? this.dtype, device ?? this.device, requires_grad);

        /// <summary>One value everywhere, with this tensor's type and device where nothing else is said.</summary>
        public Tensor new_full(long dim0, long dim1, long dim2, long dim3, Scalar value, ScalarType? dtype = null, Device? device = null, bool requires_grad = false)
            => full(dim0, dim1, dim2, dim3, value, dtype ?? this.dtype, device ?? this.device, requires_grad);
    }
}
