using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Tao.Graph;

/// <summary>Sizes of a tensor's axes, outermost first (images: N, C, H, W). −1 stands for the batch size, known only at run time.</summary>
[JsonConverter(typeof(TensorShapeJsonConverter))]
public readonly struct TensorShape : IEquatable<TensorShape>
{
    public const long Batch = -1;

    private readonly ImmutableArray<long> _sizes;

    public TensorShape(params ReadOnlySpan<long> sizes)
    {
        _sizes = [.. sizes];
    }

    public ImmutableArray<long> Sizes => _sizes.IsDefault ? [] : _sizes;

    public int Rank => Sizes.Length;

    public long this[int axis] => Sizes[axis];

    /// <summary>Size of axis 1: channels of an image, features of a vector.</summary>
    public long Channels => Sizes[1];

    /// <summary>Number of elements; the batch counts as one.</summary>
    public long ElementCount => Sizes.Aggregate(1L, (product, size) => size == Batch ? product : product * size);

    public TensorShape With(int axis, long size) => new([.. Sizes.SetItem(axis, size)]);

    public bool Equals(TensorShape other) => Sizes.AsSpan().SequenceEqual(other.Sizes.AsSpan());

    public override bool Equals(object? obj) => obj is TensorShape other && Equals(other);

    public override int GetHashCode() => Sizes.Aggregate(17, HashCode.Combine);

    /// <summary>For example <c>?x3x224x224</c>.</summary>
    public override string ToString() => string.Join('x', Sizes.Select(size => size == Batch ? "?" : FormattableString.Invariant($"{size}")));

    public static bool operator ==(TensorShape left, TensorShape right) => left.Equals(right);

    public static bool operator !=(TensorShape left, TensorShape right) => !left.Equals(right);
}
