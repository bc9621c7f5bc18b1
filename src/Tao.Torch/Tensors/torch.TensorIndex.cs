using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>One index of an indexing expression; integers and ranges convert by themselves.</summary>
    public readonly struct TensorIndex
    {
        private const long KindNone = 0, KindEllipsis = 1, KindInteger = 2, KindBoolean = 3, KindSlice = 4, KindTensor = 5;

        private readonly NativeIndex _native;
        private readonly Tensor? _tensor;

        private TensorIndex(NativeIndex native, Tensor? tensor = null)
        {
            _native = native;
            _tensor = tensor;
        }

        /// <summary>As many whole dimensions as are needed.</summary>
        public static TensorIndex Ellipsis => new(new NativeIndex { Kind = KindEllipsis });

        /// <summary>A new dimension of length 1.</summary>
        public static TensorIndex None => default;

        /// <inheritdoc cref="None"/>
        public static TensorIndex Null => default;

        /// <summary>A whole dimension.</summary>
        public static TensorIndex Colon => Slice();

        /// <summary>A new dimension of length 1, kept when true and empty when false.</summary>
        public static TensorIndex Bool(bool value) => new(new NativeIndex { Kind = KindBoolean, Start = value ? 1 : 0 });

        /// <summary>One slice; null adds a dimension.</summary>
        public static TensorIndex Single(long? index) => index is { } i ? new(new NativeIndex { Kind = KindInteger, Start = i }) : default;

        /// <summary>Slices from start to stop (not included) by step; negative bounds count from the end.</summary>
        public static TensorIndex Slice(long? start = null, long? stop = null, long? step = null)
            => new(new NativeIndex
            {
                Kind = KindSlice,
                Start = start.GetValueOrDefault(),
                Stop = stop.GetValueOrDefault(),
                Step = step.GetValueOrDefault(),
                Present = (start.HasValue ? 1 : 0) | (stop.HasValue ? 2 : 0) | (step.HasValue ? 4 : 0),
            });

        /// <summary>Slices from start to end (not included).</summary>
        public static TensorIndex Slice((int? Start, int? End) range) => Slice(range.Start, range.End);

        /// <summary>Slices of a C# range.</summary>
        public static TensorIndex Slice(Range range) => Slice(Bound(range.Start), range.End is { IsFromEnd: true, Value: 0 } ? null : Bound(range.End));

        /// <summary>The slices that an index tensor or a mask names.</summary>
        public static TensorIndex Tensor(Tensor tensor) => new(new NativeIndex { Kind = KindTensor }, tensor);

        /// <summary>One slice.</summary>
        public static implicit operator TensorIndex(long value) => Single(value);

        /// <summary>Slices of a C# range.</summary>
        public static implicit operator TensorIndex(Range range) => Slice(range);

        /// <summary>Slices from start to end.</summary>
        public static implicit operator TensorIndex((int? Start, int? End) range) => Slice(range);

        /// <summary>One slice, from the end when the index says so.</summary>
        public static implicit operator TensorIndex(Index index) => Single(Bound(index));

        internal static TensorIndex[] FromTensors(Tensor[] indices) => Array.ConvertAll(indices, index => Tensor(index));

        internal static NativeIndex[] ToNative(TensorIndex[] indices)
        {
            var native = new NativeIndex[indices.Length];
            for (var i = 0; i < indices.Length; i++)
            {
                native[i] = indices[i]._native;
                if (indices[i]._tensor is { } tensor) native[i].Tensor = tensor.Raw;
            }
            return native;
        }

        private static long Bound(Index index) => index.IsFromEnd ? -(long)index.Value : index.Value;
    }
}
