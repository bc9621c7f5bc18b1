using TorchSharp.Native;
using static TorchSharp.Native.NativeMethods;

namespace TorchSharp;

public static partial class torch
{
    public unsafe partial class Tensor
    {
        /// <summary>True where equal.</summary>
        public Tensor eq(Tensor target) => Call.Binary(&tao_eq, this, target);

        /// <summary>True where equal.</summary>
        public Tensor eq(Scalar target) => Call.WithNumber(&tao_eq_number, this, target.Value);

        /// <summary>True where different.</summary>
        public Tensor ne(Tensor target) => Call.Binary(&tao_ne, this, target);

        /// <summary>True where different.</summary>
        public Tensor ne(Scalar target) => Call.WithNumber(&tao_ne_number, this, target.Value);

        /// <summary>True where less.</summary>
        public Tensor lt(Tensor target) => Call.Binary(&tao_lt, this, target);

        /// <summary>True where less.</summary>
        public Tensor lt(Scalar target) => Call.WithNumber(&tao_lt_number, this, target.Value);

        /// <summary>True where less or equal.</summary>
        public Tensor le(Tensor target) => Call.Binary(&tao_le, this, target);

        /// <summary>True where less or equal.</summary>
        public Tensor le(Scalar target) => Call.WithNumber(&tao_le_number, this, target.Value);

        /// <summary>True where greater.</summary>
        public Tensor gt(Tensor target) => Call.Binary(&tao_gt, this, target);

        /// <summary>True where greater.</summary>
        public Tensor gt(Scalar target) => Call.WithNumber(&tao_gt_number, this, target.Value);

        /// <summary>True where greater or equal.</summary>
        public Tensor ge(Tensor target) => Call.Binary(&tao_ge, this, target);

        /// <summary>True where greater or equal.</summary>
        public Tensor ge(Scalar target) => Call.WithNumber(&tao_ge_number, this, target.Value);

        /// <summary>True where both are not zero.</summary>
        public Tensor logical_and(Tensor other) => Call.Binary(&tao_logical_and, this, other);

        /// <summary>True where one is not zero.</summary>
        public Tensor logical_or(Tensor other) => Call.Binary(&tao_logical_or, this, other);

        /// <summary>True where exactly one is not zero.</summary>
        public Tensor logical_xor(Tensor other) => Call.Binary(&tao_logical_xor, this, other);

        /// <summary>Bits of both.</summary>
        public Tensor bitwise_and(Tensor other) => Call.Binary(&tao_bitwise_and, this, other);

        /// <summary>Bits of either.</summary>
        public Tensor bitwise_or(Tensor other) => Call.Binary(&tao_bitwise_or, this, other);

        /// <summary>Bits of exactly one.</summary>
        public Tensor bitwise_xor(Tensor other) => Call.Binary(&tao_bitwise_xor, this, other);

        /// <summary>Whether shape and all elements are equal, as a Bool tensor of one element.</summary>
        public Tensor equal(Tensor target)
        {
            int same;
            Call.Check(tao_equal(Raw, target.Raw, &same));
            GC.KeepAlive(this);
            GC.KeepAlive(target);
            return tensor(same != 0);
        }

        /// <summary>Whether all elements agree within atol + rtol * |target|.</summary>
        public bool allclose(Tensor target, double rtol = 1e-05, double atol = 1e-08, bool equal_nan = false)
        {
            int same;
            Call.Check(tao_allclose(Raw, target.Raw, rtol, atol, equal_nan ? 1 : 0, &same));
            GC.KeepAlive(this);
            GC.KeepAlive(target);
            return same != 0;
        }

        /// <summary>True where elements agree within atol + rtol * |other|.</summary>
        public Tensor isclose(Tensor other, double rtol = 1e-05, double atol = 1e-08, bool nanEqual = false)
        {
            nint result;
            var status = tao_isclose(Raw, other.Raw, rtol, atol, nanEqual ? 1 : 0, &result);
            GC.KeepAlive(this);
            GC.KeepAlive(other);
            return Call.Wrap(status, result);
        }
    }
}
