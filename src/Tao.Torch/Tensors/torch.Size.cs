using System.Collections;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>A shape by value; arrays and single lengths convert by themselves.</summary>
    public readonly struct Size : IEnumerable<long>, IEquatable<Size>
    {
        private readonly long[]? _shape;

        /// <summary>From the lengths.</summary>
        public Size(long[] shape) => _shape = (long[])shape.Clone();

        /// <summary>From the lengths.</summary>
        public Size(IEnumerable<long> shape) => _shape = shape.ToArray();

        /// <summary>From the lengths.</summary>
        public Size(int[] shape) => _shape = Array.ConvertAll(shape, length => (long)length);

        /// <summary>One dimension.</summary>
        public Size(long size) => _shape = [size];

        /// <summary>No dimension.</summary>
        public static Size Empty => default;

        /// <summary>The lengths.</summary>
        public long[] Shape => _shape ?? [];

        /// <summary>Number of dimensions.</summary>
        public int Length => Shape.Length;

        /// <summary>Whether there is no dimension.</summary>
        public bool IsEmpty => Length == 0;

        /// <summary>Length of a dimension.</summary>
        public long this[int idx] => Shape[idx];

        /// <summary>A single length as a shape.</summary>
        public static implicit operator Size(long size) => new(size);

        /// <summary>Lengths as a shape.</summary>
        public static implicit operator Size(long[] size) => new(size);

        /// <summary>Two lengths as a shape.</summary>
        public static implicit operator Size((long, long) size) => new([size.Item1, size.Item2]);

        /// <summary>Three lengths as a shape.</summary>
        public static implicit operator Size((long, long, long) size) => new([size.Item1, size.Item2, size.Item3]);

        /// <summary>Four lengths as a shape.</summary>
        public static implicit operator Size((long, long, long, long) size) => new([size.Item1, size.Item2, size.Item3, size.Item4]);

        /// <summary>Same lengths.</summary>
        public static bool operator ==(Size left, Size right) => left.Equals(right);

        /// <summary>Different lengths.</summary>
        public static bool operator !=(Size left, Size right) => !left.Equals(right);

        /// <summary>Number of elements.</summary>
        public long numel() => Shape.TotalSize();

        /// <inheritdoc/>
        public bool Equals(Size other) => Shape.AsSpan().SequenceEqual(other.Shape);

        /// <inheritdoc/>
        public override bool Equals(object? obj) => obj is Size other && Equals(other);

        /// <inheritdoc/>
        public override int GetHashCode()
        {
            var hash = default(HashCode);
            foreach (var length in Shape) hash.Add(length);
            return hash.ToHashCode();
        }

        /// <inheritdoc/>
        public IEnumerator<long> GetEnumerator() => ((IEnumerable<long>)Shape).GetEnumerator();

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
    }
}
