using TorchSharp.Native;
using static TorchSharp.Native.NativeMethods;

namespace TorchSharp;

public static unsafe partial class torch
{
    /// <summary>True where equal.</summary>
    public static Tensor eq(Tensor left, Tensor right) => left.eq(right);

    /// <summary>True where different.</summary>
    public static Tensor ne(Tensor left, Tensor right) => left.ne(right);

    /// <summary>True where less.</summary>
    public static Tensor lt(Tensor left, Tensor right) => left.lt(right);

    /// <summary>True where less or equal.</summary>
    public static Tensor le(Tensor left, Tensor right) => left.le(right);

    /// <summary>True where greater.</summary>
    public static Tensor gt(Tensor left, Tensor right) => left.gt(right);

    /// <summary>True where greater or equal.</summary>
    public static Tensor ge(Tensor left, Tensor right) => left.ge(right);

    /// <summary>True where both are not zero.</summary>
    public static Tensor logical_and(Tensor left, Tensor right) => left.logical_and(right);

    /// <summary>True where one is not zero.</summary>
    public static Tensor logical_or(Tensor left, Tensor right) => left.logical_or(right);

    /// <summary>The greater element; not a number wins.</summary>
    public static Tensor maximum(Tensor left, Tensor right) => left.maximum(right);

    /// <summary>The smaller element; not a number wins.</summary>
    public static Tensor minimum(Tensor left, Tensor right) => left.minimum(right);

    /// <summary>Angle of the point (other, input).</summary>
    public static Tensor atan2(Tensor left, Tensor right) => left.atan2(right);

    /// <summary>Whether shape and all elements are equal, as a Bool tensor of one element.</summary>
    public static Tensor equal(Tensor tensor, Tensor target) => tensor.equal(target);

    /// <summary>True where elements agree within atol + rtol * |other|.</summary>
    public static Tensor isclose(Tensor tensor, Tensor other, double rtol = 1e-05, double atol = 1e-08, bool nanEqual = false)
        => tensor.isclose(other, rtol, atol, nanEqual);

    /// <summary>Whether all elements agree within atol + rtol * |target|.</summary>
    public static bool allclose(Tensor tensor, Tensor target, double rtol = 1e-05, double atol = 1e-08, bool equal_nan = false)
        => tensor.allclose(target, rtol, atol, equal_nan);
}
