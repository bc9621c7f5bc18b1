using TorchSharp.Native;
using static TorchSharp.Native.NativeMethods;

namespace TorchSharp;

public static partial class torch
{
    public unsafe partial class Tensor
    {
        /// <summary>Pieces of a size along a dimension; the last may be shorter.</summary>
        public Tensor[] split(long size, int dim = 0)
            => Call.Pieces(&tao_split, this, size, dim, size <= 0 ? 1 : (int)Math.Max(1, (this.size(dim) + size - 1) / size));

        /// <summary>Pieces of the given sizes along a dimension.</summary>
        public Tensor[] split(long[] sizes, long dim = 0) => split(sizes.AsSpan(), dim);

        /// <inheritdoc cref="split(long[], long)"/>
        public Tensor[] split(ReadOnlySpan<long> sizes, long dim = 0)
        {
            var raw = new nint[sizes.Length];
            int produced, status;
            fixed (long* lengths = sizes)
            fixed (nint* handles = raw)
                status = tao_split_sizes(Raw, lengths, sizes.Length, dim, handles, &produced);
            GC.KeepAlive(this);
            Call.Check(status);
            return Call.WrapAll(raw.AsSpan(0, produced));
        }

        /// <summary>That many pieces along a dimension, all but the last of one size.</summary>
        public Tensor[] chunk(long chunks, long dim = 0) => Call.Pieces(&tao_chunk, this, chunks, dim, (int)Math.Max(1, chunks));

        /// <summary>That many pieces along a dimension, as even as can be.</summary>
        public Tensor[] tensor_split(long size, long dim = 0) => Call.Pieces(&tao_tensor_split, this, size, dim, (int)Math.Max(1, size));

        /// <summary>The slices along a dimension.</summary>
        public Tensor[] unbind(long dimension = 0)
        {
            var raw = new nint[Math.Max(1, size((int)dimension))];
            int produced, status;
            fixed (nint* handles = raw) status = tao_unbind(Raw, dimension, handles, raw.Length, &produced);
            GC.KeepAlive(this);
            Call.Check(status);
            return Call.WrapAll(raw.AsSpan(0, produced));
        }
    }
}
