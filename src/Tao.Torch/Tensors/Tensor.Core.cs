using System.Runtime.CompilerServices;
using TorchSharp.Native;
using static TorchSharp.Native.NativeMethods;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>
    /// An n-dimensional array with optional gradient. It owns native memory: dispose it, or make it inside a <see cref="DisposeScope"/>.
    /// As TorchSharp's it is not safe to dispose a tensor on one thread while another uses it.
    /// </summary>
    public unsafe partial class Tensor : IDisposable
    {
        private readonly TensorHandle _handle;

        internal Tensor(nint handle)
            : this(new TensorHandle(handle))
        {
        }

        internal Tensor(TensorHandle handle)
        {
            _handle = handle;
            DisposeScope.Current?.Attach((IDisposable)this);
        }

        /// <summary>How many tensors of this process are alive.</summary>
        public static long TotalCount => TensorHandle.Alive;

        /// <summary>The most that ever were.</summary>
        public static long PeakCount => TensorHandle.Peak;

        /// <summary>The native tensor; an <see cref="ObjectDisposedException"/> after disposal.</summary>
        public IntPtr Handle => Raw;

        /// <summary>Whether it was disposed.</summary>
        public bool IsInvalid => _handle.IsClosed || _handle.IsInvalid;

        /// <summary>A name for people; libtorch does not see it.</summary>
        public string? name { get; set; }

        internal DisposeScope? OwningScope { get; set; }

        internal nint Raw
        {
            [MethodImpl(MethodImplOptions.AggressiveInlining)]
            get
            {
                if (_handle.IsClosed) ThrowDisposed();
                return _handle.Value;
            }
        }

        /// <summary>Wraps a native handle, which it owns from now on.</summary>
        public static Tensor UnsafeCreateTensor(IntPtr handle) => new(handle);

        /// <summary>Releases the native tensor; the memory goes once no view and no autograd graph uses it.</summary>
        public void Dispose()
        {
            OwningScope?.MarkAsDisposed(this);
            _handle.Dispose();
            GC.SuppressFinalize(this);
        }

        /// <summary>Takes it out of its scope: from now on the caller disposes it.</summary>
        public Tensor DetachFromDisposeScope()
        {
            OwningScope?.Detach<Tensor>(this);
            return this;
        }

        /// <summary>Hands it to the scope around its own; without one it is detached.</summary>
        public Tensor MoveToOuterDisposeScope()
        {
            OwningScope?.MoveToOuter<Tensor>(this);
            return this;
        }

        /// <summary>Hands it to the scope of another tensor.</summary>
        public Tensor MoveToOtherDisposeScope(Tensor other) => MoveToOtherDisposeScope(other.OwningScope);

        /// <summary>Hands it to another scope; null detaches it.</summary>
        public Tensor MoveToOtherDisposeScope(DisposeScope? other)
        {
            DetachFromDisposeScope();
            other?.Attach((IDisposable)this);
            return this;
        }

        /// <summary>Gives the native tensor away to a new owner; this object is empty afterwards.</summary>
        internal TensorHandle MoveHandle()
        {
            var moved = new TensorHandle(Duplicate());
            Dispose();
            return moved;
        }

        /// <summary>A second managed owner of the very same tensor, not a view of it.</summary>
        internal Tensor Same() => new(Duplicate());

        private nint Duplicate()
        {
            nint copy;
            Call.Check(tao_same(Raw, &copy));
            GC.KeepAlive(this);
            return copy;
        }

        private static void ThrowDisposed() => throw new ObjectDisposedException(nameof(Tensor));
    }
}
