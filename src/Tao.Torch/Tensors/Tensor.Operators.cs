using TorchSharp.Native;
using static TorchSharp.Native.NativeMethods;

namespace TorchSharp;

public static partial class torch
{
    public unsafe partial class Tensor
    {
        /// <summary>Sum.</summary>
        public static Tensor operator +(Tensor left, Tensor right) => left.Add(right, 1L);

        /// <summary>Sum.</summary>
        public static Tensor operator +(Tensor left, Scalar right) => left.AddNumber(right.Value, 1L);

        /// <summary>Sum.</summary>
        public static Tensor operator +(Tensor left, int right) => left.AddNumber((long)right, 1L);

        /// <summary>Sum.</summary>
        public static Tensor operator +(Tensor left, long right) => left.AddNumber((NativeNumber)right, 1L);

        /// <summary>Sum.</summary>
        public static Tensor operator +(Tensor left, float right) => left.AddNumber((double)right, 1L);

        /// <summary>Sum.</summary>
        public static Tensor operator +(Tensor left, double right) => left.AddNumber((NativeNumber)right, 1L);

        /// <summary>Sum.</summary>
        public static Tensor operator +(Scalar left, Tensor right) => right.AddNumber(left.Value, 1L);

        /// <summary>Sum.</summary>
        public static Tensor operator +(int left, Tensor right) => right.AddNumber((long)left, 1L);

        /// <summary>Sum.</summary>
        public static Tensor operator +(long left, Tensor right) => right.AddNumber((NativeNumber)left, 1L);

        /// <summary>Sum.</summary>
        public static Tensor operator +(float left, Tensor right) => right.AddNumber((double)left, 1L);

        /// <summary>Sum.</summary>
        public static Tensor operator +(double left, Tensor right) => right.AddNumber((NativeNumber)left, 1L);

        /// <summary>Difference.</summary>
        public static Tensor operator -(Tensor left, Tensor right) => Call.Binary(&tao_sub, left, right);

        /// <summary>Difference.</summary>
        public static Tensor operator -(Tensor left, Scalar right) => Call.WithNumber(&tao_sub_number, left, right.Value);

        /// <summary>Difference.</summary>
        public static Tensor operator -(Tensor left, int right) => Call.WithNumber(&tao_sub_number, left, (long)right);

        /// <summary>Difference.</summary>
        public static Tensor operator -(Tensor left, long right) => Call.WithNumber(&tao_sub_number, left, right);

        /// <summary>Difference.</summary>
        public static Tensor operator -(Tensor left, float right) => Call.WithNumber(&tao_sub_number, left, (double)right);

        /// <summary>Difference.</summary>
        public static Tensor operator -(Tensor left, double right) => Call.WithNumber(&tao_sub_number, left, right);

        /// <summary>Difference.</summary>
        public static Tensor operator -(Scalar left, Tensor right) => Call.WithNumber(&tao_rsub_number, right, left.Value);

        /// <summary>Difference.</summary>
        public static Tensor operator -(int left, Tensor right) => Call.WithNumber(&tao_rsub_number, right, (long)left);

        /// <summary>Difference.</summary>
        public static Tensor operator -(long left, Tensor right) => Call.WithNumber(&tao_rsub_number, right, left);

        /// <summary>Difference.</summary>
        public static Tensor operator -(float left, Tensor right) => Call.WithNumber(&tao_rsub_number, right, (double)left);

        /// <summary>Difference.</summary>
        public static Tensor operator -(double left, Tensor right) => Call.WithNumber(&tao_rsub_number, right, left);

        /// <summary>Product.</summary>
        public static Tensor operator *(Tensor left, Tensor right) => Call.Binary(&tao_mul, left, right);

        /// <summary>Product.</summary>
        public static Tensor operator *(Tensor left, Scalar right) => Call.WithNumber(&tao_mul_number, left, right.Value);

        /// <summary>Product.</summary>
        public static Tensor operator *(Tensor left, int right) => Call.WithNumber(&tao_mul_number, left, (long)right);

        /// <summary>Product.</summary>
        public static Tensor operator *(Tensor left, long right) => Call.WithNumber(&tao_mul_number, left, right);

        /// <summary>Product.</summary>
        public static Tensor operator *(Tensor left, float right) => Call.WithNumber(&tao_mul_number, left, (double)right);

        /// <summary>Product.</summary>
        public static Tensor operator *(Tensor left, double right) => Call.WithNumber(&tao_mul_number, left, right);

        /// <summary>Product.</summary>
        public static Tensor operator *(Scalar left, Tensor right) => Call.WithNumber(&tao_mul_number, right, left.Value);

        /// <summary>Product.</summary>
        public static Tensor operator *(int left, Tensor right) => Call.WithNumber(&tao_mul_number, right, (long)left);

        /// <summary>Product.</summary>
        public static Tensor operator *(long left, Tensor right) => Call.WithNumber(&tao_mul_number, right, left);

        /// <summary>Product.</summary>
        public static Tensor operator *(float left, Tensor right) => Call.WithNumber(&tao_mul_number, right, (double)left);

        /// <summary>Product.</summary>
        public static Tensor operator *(double left, Tensor right) => Call.WithNumber(&tao_mul_number, right, left);

        /// <summary>Quotient.</summary>
        public static Tensor operator /(Tensor left, Tensor right) => left.div(right);

        /// <summary>Quotient.</summary>
        public static Tensor operator /(Tensor left, Scalar right) => left.Div(right.Value, RoundingMode.None);

        /// <summary>Quotient.</summary>
        public static Tensor operator /(Tensor left, int right) => left.Div((long)right, RoundingMode.None);

        /// <summary>Quotient.</summary>
        public static Tensor operator /(Tensor left, long right) => left.Div((NativeNumber)right, RoundingMode.None);

        /// <summary>Quotient.</summary>
        public static Tensor operator /(Tensor left, float right) => left.Div((double)right, RoundingMode.None);

        /// <summary>Quotient.</summary>
        public static Tensor operator /(Tensor left, double right) => left.Div((NativeNumber)right, RoundingMode.None);

        /// <summary>Quotient.</summary>
        public static Tensor operator /(Scalar left, Tensor right) => Call.WithNumber(&tao_rdiv_number, right, left.Value);

        /// <summary>Quotient.</summary>
        public static Tensor operator /(int left, Tensor right) => Call.WithNumber(&tao_rdiv_number, right, (long)left);

        /// <summary>Quotient.</summary>
        public static Tensor operator /(long left, Tensor right) => Call.WithNumber(&tao_rdiv_number, right, left);

        /// <summary>Quotient.</summary>
        public static Tensor operator /(float left, Tensor right) => Call.WithNumber(&tao_rdiv_number, right, (double)left);

        /// <summary>Quotient.</summary>
        public static Tensor operator /(double left, Tensor right) => Call.WithNumber(&tao_rdiv_number, right, left);

        /// <summary>Remainder with the sign of the divisor.</summary>
        public static Tensor operator %(Tensor left, Tensor right) => Call.Binary(&tao_remainder, left, right);

        /// <summary>Remainder with the sign of the divisor.</summary>
        public static Tensor operator %(Tensor left, Scalar right) => Call.WithNumber(&tao_remainder_number, left, right.Value);

        /// <summary>Remainder with the sign of the divisor.</summary>
        public static Tensor operator %(Tensor left, int right) => Call.WithNumber(&tao_remainder_number, left, (long)right);

        /// <summary>Remainder with the sign of the divisor.</summary>
        public static Tensor operator %(Tensor left, long right) => Call.WithNumber(&tao_remainder_number, left, right);

        /// <summary>Remainder with the sign of the divisor.</summary>
        public static Tensor operator %(Tensor left, float right) => Call.WithNumber(&tao_remainder_number, left, (double)right);

        /// <summary>Remainder with the sign of the divisor.</summary>
        public static Tensor operator %(Tensor left, double right) => Call.WithNumber(&tao_remainder_number, left, right);

        /// <summary>Negated.</summary>
        public static Tensor operator -(Tensor tensor) => Call.Unary(&tao_neg, tensor);

        /// <summary>Bits inverted; logical for Bool.</summary>
        public static Tensor operator ~(Tensor left) => Call.Unary(&tao_bitwise_not, left);

        /// <summary>Bits of both; logical for Bool.</summary>
        public static Tensor operator &(Tensor left, Tensor right) => Call.Binary(&tao_bitwise_and, left, right);

        /// <summary>Bits of either; logical for Bool.</summary>
        public static Tensor operator |(Tensor left, Tensor right) => Call.Binary(&tao_bitwise_or, left, right);

        /// <summary>Bits of exactly one; logical for Bool.</summary>
        public static Tensor operator ^(Tensor left, Tensor right) => Call.Binary(&tao_bitwise_xor, left, right);

        /// <summary>True where equal.</summary>
        public static Tensor operator ==(Tensor left, Tensor right) => Call.Binary(&tao_eq, left, right);

        /// <summary>True where equal.</summary>
        public static Tensor operator ==(Tensor left, Scalar right) => Call.WithNumber(&tao_eq_number, left, right.Value);

        /// <summary>True where equal.</summary>
        public static Tensor operator ==(Scalar left, Tensor right) => Call.WithNumber(&tao_eq_number, right, left.Value);

        /// <summary>True where different.</summary>
        public static Tensor operator !=(Tensor left, Tensor right) => Call.Binary(&tao_ne, left, right);

        /// <summary>True where different.</summary>
        public static Tensor operator !=(Tensor left, Scalar right) => Call.WithNumber(&tao_ne_number, left, right.Value);

        /// <summary>True where different.</summary>
        public static Tensor operator !=(Scalar left, Tensor right) => Call.WithNumber(&tao_ne_number, right, left.Value);

        /// <summary>True where less.</summary>
        public static Tensor operator <(Tensor left, Tensor right) => Call.Binary(&tao_lt, left, right);

        /// <summary>True where less.</summary>
        public static Tensor operator <(Tensor left, Scalar right) => Call.WithNumber(&tao_lt_number, left, right.Value);

        /// <summary>True where less.</summary>
        public static Tensor operator <(Scalar left, Tensor right) => Call.WithNumber(&tao_gt_number, right, left.Value);

        /// <summary>True where less or equal.</summary>
        public static Tensor operator <=(Tensor left, Tensor right) => Call.Binary(&tao_le, left, right);

        /// <summary>True where less or equal.</summary>
        public static Tensor operator <=(Tensor left, Scalar right) => Call.WithNumber(&tao_le_number, left, right.Value);

        /// <summary>True where less or equal.</summary>
        public static Tensor operator <=(Scalar left, Tensor right) => Call.WithNumber(&tao_ge_number, right, left.Value);

        /// <summary>True where greater.</summary>
        public static Tensor operator >(Tensor left, Tensor right) => Call.Binary(&tao_gt, left, right);

        /// <summary>True where greater.</summary>
        public static Tensor operator >(Tensor left, Scalar right) => Call.WithNumber(&tao_gt_number, left, right.Value);

        /// <summary>True where greater.</summary>
        public static Tensor operator >(Scalar left, Tensor right) => Call.WithNumber(&tao_lt_number, right, left.Value);

        /// <summary>True where greater or equal.</summary>
        public static Tensor operator >=(Tensor left, Tensor right) => Call.Binary(&tao_ge, left, right);

        /// <summary>True where greater or equal.</summary>
        public static Tensor operator >=(Tensor left, Scalar right) => Call.WithNumber(&tao_ge_number, left, right.Value);

        /// <summary>True where greater or equal.</summary>
        public static Tensor operator >=(Scalar left, Tensor right) => Call.WithNumber(&tao_le_number, right, left.Value);
    }
}
