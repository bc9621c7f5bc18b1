using System.Runtime.CompilerServices;
using TorchSharp.Native;
using TorchSharp.Utils;
using static TorchSharp.Native.NativeMethods;

namespace TorchSharp;

public static partial class torch
{
    public unsafe partial class Tensor
    {
        /// <summary>The memory of a contiguous tensor in the host; writing to it writes the tensor. Valid while the tensor lives.</summary>
        public Span<byte> bytes
        {
            get
            {
                if (!is_contiguous()) throw new InvalidOperationException("Only a contiguous tensor's memory is one run of bytes: call contiguous() first.");
                return new Span<byte>(DataPointer(), checked((int)(numel() * element_size())));
            }
            set => value.CopyTo(bytes);
        }

        /// <summary>Typed access to a host tensor's elements in row-major order, whatever its layout.</summary>
        public TensorAccessor<T> data<T>()
            where T : unmanaged
        {
            RequireElementType<T>();
            return new TensorAccessor<T>(this);
        }

        /// <summary>The one element, converted.</summary>
        public T item<T>()
            where T : unmanaged
        {
            var value = ReadItem();
            if (typeof(T) == typeof(float)) return As<float, T>((float)value.ToDouble());
            if (typeof(T) == typeof(double)) return As<double, T>(value.ToDouble());
            if (typeof(T) == typeof(long)) return As<long, T>(value.ToInt64());
            if (typeof(T) == typeof(int)) return As<int, T>(checked((int)value.ToInt64()));
            if (typeof(T) == typeof(short)) return As<short, T>(checked((short)value.ToInt64()));
            if (typeof(T) == typeof(byte)) return As<byte, T>(checked((byte)value.ToInt64()));
            if (typeof(T) == typeof(sbyte)) return As<sbyte, T>(checked((sbyte)value.ToInt64()));
            if (typeof(T) == typeof(bool)) return As<bool, T>(value.ToBoolean());
            if (typeof(T) == typeof(Half)) return As<Half, T>((Half)value.ToDouble());
            throw new ArgumentException($"A tensor's element cannot be read as {typeof(T)}.");
        }

        /// <summary>The one element.</summary>
        public Scalar ToScalar() => Scalar.From(ReadItem());

        internal NativeNumber ReadItem()
        {
            NativeNumber value;
            Call.Check(tao_item(Raw, &value));
            GC.KeepAlive(this);
            return value;
        }

        /// <summary>Address of the first element in the host.</summary>
        internal void* DataPointer()
        {
            if (!is_cpu()) throw new InvalidOperationException($"The tensor's memory is on {device}; call cpu() first.");
            void* pointer;
            Call.Check(tao_data_ptr(Raw, &pointer));
            GC.KeepAlive(this);
            return pointer;
        }

        internal void RequireElementType<T>()
            where T : unmanaged
        {
            var type = dtype;
            if (sizeof(T) != element_size() || !Matches<T>(type))
                throw new ArgumentException($"The tensor's elements are {type}, which cannot be seen as {typeof(T)}: convert it with to_type() first.");
        }

        private static bool Matches<T>(ScalarType type) => type switch
        {
            ScalarType.Byte => typeof(T) == typeof(byte),
            ScalarType.Int8 => typeof(T) == typeof(sbyte),
            ScalarType.Int16 => typeof(T) == typeof(short),
            ScalarType.Int32 => typeof(T) == typeof(int),
            ScalarType.Int64 => typeof(T) == typeof(long),
            ScalarType.Float16 => typeof(T) == typeof(Half),
            ScalarType.Float32 => typeof(T) == typeof(float),
            ScalarType.Float64 => typeof(T) == typeof(double),
            ScalarType.Bool => typeof(T) == typeof(bool),
            ScalarType.ComplexFloat32 => typeof(T) == typeof((float, float)),
            ScalarType.ComplexFloat64 => typeof(T) == typeof(System.Numerics.Complex),
            _ => typeof(T) == typeof(ushort) || typeof(T) == typeof(short),
        };

        private static TTo As<TFrom, TTo>(TFrom value) => Unsafe.As<TFrom, TTo>(ref value);
    }
}
