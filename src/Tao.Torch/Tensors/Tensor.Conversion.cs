using TorchSharp.Native;
using static TorchSharp.Native.NativeMethods;

namespace TorchSharp;

public static partial class torch
{
    public unsafe partial class Tensor
    {
        /// <summary>On another device; itself when it is there already and no copy is asked for.</summary>
        public Tensor to(DeviceType deviceType, int deviceIndex = -1, bool copy = false, bool disposeAfter = false, bool non_blocking = false)
            => Moved(new Device(deviceType, deviceIndex), null, copy, disposeAfter, non_blocking);

        /// <summary>On another device with another element type.</summary>
        public Tensor to(ScalarType type, Device device, bool copy = false, bool disposeAfter = false, bool non_blocking = false)
            => Moved(device, type, copy, disposeAfter, non_blocking);

        /// <summary>With another element type.</summary>
        public Tensor to(ScalarType type, bool copy = false, bool disposeAfter = false, bool non_blocking = false)
            => to_type(type, copy, disposeAfter, non_blocking);

        /// <summary>On another device.</summary>
        public Tensor to(string device, bool copy = false, bool disposeAfter = false, bool non_blocking = false)
            => Moved(new Device(device), null, copy, disposeAfter, non_blocking);

        /// <inheritdoc cref="to(string, bool, bool, bool)"/>
        public Tensor to(Device device, bool copy = false, bool disposeAfter = false, bool non_blocking = false)
            => Moved(device, null, copy, disposeAfter, non_blocking);

        /// <summary>With the other's device and element type.</summary>
        public Tensor to(Tensor other, bool non_blocking = false) => Moved(other.device, other.dtype, false, false, non_blocking);

        /// <summary>With another element type.</summary>
        public Tensor to_type(ScalarType type, bool copy = false, bool disposeAfter = false, bool non_blocking = false)
        {
            nint result;
            var status = tao_to_dtype(Raw, (int)type, copy ? 1 : 0, &result);
            return Finish(status, result, disposeAfter);
        }

        /// <summary>Applies a conversion such as a method of the tensor.</summary>
        public Tensor type(Func<Tensor, Tensor> typeFunc) => typeFunc(this);

        /// <inheritdoc cref="to_type"/>
        public Tensor type(ScalarType dtype) => to_type(dtype);

        /// <summary>With the other's element type.</summary>
        public Tensor type_as(Tensor tensor) => to_type(tensor.dtype);

        /// <summary>In the host.</summary>
        public Tensor cpu() => to(CPU);

        /// <summary>On an NVIDIA GPU.</summary>
        public Tensor cuda(Device? device = null, bool non_blocking = false) => Moved(device ?? CUDA, null, false, false, non_blocking);

        /// <summary>As Float32.</summary>
        public Tensor @float() => to_type(ScalarType.Float32);

        /// <summary>As Float64.</summary>
        public Tensor @double() => to_type(ScalarType.Float64);

        /// <summary>As Float16.</summary>
        public Tensor half() => to_type(ScalarType.Float16);

        /// <summary>As BFloat16.</summary>
        public Tensor bfloat16() => to_type(ScalarType.BFloat16);

        /// <summary>As Int32.</summary>
        public Tensor @int() => to_type(ScalarType.Int32);

        /// <summary>As Int64.</summary>
        public Tensor @long() => to_type(ScalarType.Int64);

        /// <summary>As Int16.</summary>
        public Tensor @short() => to_type(ScalarType.Int16);

        /// <summary>As Bool.</summary>
        public Tensor @bool() => to_type(ScalarType.Bool);

        /// <summary>As Byte.</summary>
        public Tensor @byte() => to_type(ScalarType.Byte);

        /// <summary>As Int8.</summary>
        public Tensor @char() => to_type(ScalarType.Int8);

        /// <summary>A copy with memory of its own, part of the autograd graph.</summary>
        public Tensor clone() => Call.Unary(&tao_clone, this);

        /// <summary>Row-major; itself when it is already.</summary>
        public Tensor contiguous() => Contiguous(memory_format.contiguous_format);

        /// <summary>A view of the same memory.</summary>
        public Tensor alias() => Call.Unary(&tao_alias, this);

        /// <summary>A copy in page-locked memory.</summary>
        public Tensor pin_memory() => Call.Unary(&tao_pin_memory, this);

        /// <summary>Overwrites its elements with the (broadcast) source's.</summary>
        public Tensor copy_(Tensor source, bool nonBlocking = false)
        {
            Call.Check(tao_copy_(Raw, source.Raw, nonBlocking ? 1 : 0));
            GC.KeepAlive(source);
            return this;
        }

        /// <summary>Makes it share the source's memory and shape.</summary>
        public Tensor set_(Tensor source) => Call.BinaryInPlace(&tao_set_, this, source);

        /// <summary>Sets every element.</summary>
        public Tensor fill_(Scalar value) => Call.WithNumberInPlace(&tao_fill_, this, value.Value);

        /// <summary>Sets every element to 0.</summary>
        public Tensor zero_() => Call.UnaryInPlace(&tao_zero_, this);

        internal Tensor Contiguous(memory_format format)
        {
            nint result;
            var status = tao_contiguous(Raw, MemoryFormatNumber(format), &result);
            GC.KeepAlive(this);
            return Call.Wrap(status, result);
        }

        private Tensor Moved(Device device, ScalarType? type, bool copy, bool disposeAfter, bool nonBlocking)
        {
            nint result;
            var status = tao_to_device(Raw, (int)device.type, device.index, type is { } t ? (int)t : -1, copy ? 1 : 0, nonBlocking ? 1 : 0, &result);
            return Finish(status, result, disposeAfter);
        }

        private Tensor Finish(int status, nint result, bool disposeAfter)
        {
            var converted = Call.Wrap(status, result);
            if (disposeAfter) Dispose();
            GC.KeepAlive(this);
            return converted;
        }
    }
}
