using TorchSharp.Native;
using static TorchSharp.Native.NativeMethods;

namespace TorchSharp;

public static partial class torch
{
    public unsafe partial class Tensor
    {
        /// <summary>Sum.</summary>
        public Tensor add(Tensor target) => Add(target, 1L);

        /// <summary>this + alpha * target.</summary>
        public Tensor add(Tensor target, Scalar alpha) => Add(target, alpha.Value);

        /// <summary>Sum.</summary>
        public Tensor add(Scalar scalar) => AddNumber(scalar.Value, 1L);

        /// <summary>this + alpha * scalar.</summary>
        public Tensor add(Scalar scalar, Scalar alpha) => AddNumber(scalar.Value, alpha.Value);

        /// <summary>Adds in place.</summary>
        public Tensor add_(Tensor target) => AddInPlace(target, 1L);

        /// <summary>Adds alpha * target in place.</summary>
        public Tensor add_(Tensor target, Scalar alpha) => AddInPlace(target, alpha.Value);

        /// <summary>Adds in place.</summary>
        public Tensor add_(Scalar scalar) => AddInPlace(scalar.Value, 1L);

        /// <summary>Adds alpha * scalar in place.</summary>
        public Tensor add_(Scalar scalar, Scalar alpha) => AddInPlace(scalar.Value, alpha.Value);

        /// <summary>Difference.</summary>
        public Tensor sub(Tensor target) => Call.Binary(&tao_sub, this, target);

        /// <summary>Difference.</summary>
        public Tensor sub(Scalar target) => Call.WithNumber(&tao_sub_number, this, target.Value);

        /// <summary>Difference, in place.</summary>
        public Tensor sub_(Tensor target) => Call.BinaryInPlace(&tao_sub_, this, target);

        /// <summary>Difference, in place.</summary>
        public Tensor sub_(Scalar target) => Call.WithNumberInPlace(&tao_sub_number_, this, target.Value);

        /// <summary>Product.</summary>
        public Tensor mul(Tensor target) => Call.Binary(&tao_mul, this, target);

        /// <summary>Product.</summary>
        public Tensor mul(Scalar target) => Call.WithNumber(&tao_mul_number, this, target.Value);

        /// <summary>Product, in place.</summary>
        public Tensor mul_(Tensor target) => Call.BinaryInPlace(&tao_mul_, this, target);

        /// <summary>Product, in place.</summary>
        public Tensor mul_(Scalar target) => Call.WithNumberInPlace(&tao_mul_number_, this, target.Value);

        /// <summary>Quotient.</summary>
        public Tensor div(Tensor target, RoundingMode rounding_mode = RoundingMode.None)
        {
            nint result;
            var status = tao_div(Raw, target.Raw, (int)rounding_mode, &result);
            GC.KeepAlive(this);
            GC.KeepAlive(target);
            return Call.Wrap(status, result);
        }

        /// <summary>Quotient.</summary>
        public Tensor div(Scalar target, RoundingMode rounding_mode = RoundingMode.None) => Div(target.Value, rounding_mode);

        /// <summary>Quotient, in place.</summary>
        public Tensor div_(Tensor target, RoundingMode rounding_mode = RoundingMode.None)
        {
            Call.Check(tao_div_(Raw, target.Raw, (int)rounding_mode));
            GC.KeepAlive(target);
            return this;
        }

        /// <summary>Quotient, in place.</summary>
        public Tensor div_(Scalar target, RoundingMode rounding_mode = RoundingMode.None)
        {
            Call.Check(tao_div_number_(Raw, target.Value, (int)rounding_mode));
            return this;
        }

        /// <summary>Quotient rounded down.</summary>
        public Tensor floor_divide(Tensor other) => Call.Binary(&tao_floor_divide, this, other);

        /// <summary>Quotient rounded down.</summary>
        public Tensor floor_divide(Scalar other) => Call.WithNumber(&tao_floor_divide_number, this, other.Value);

        /// <summary>Remainder with the sign of the dividend.</summary>
        public Tensor fmod(Tensor target) => Call.Binary(&tao_fmod, this, target);

        /// <summary>Remainder with the sign of the dividend.</summary>
        public Tensor fmod(Scalar target) => Call.WithNumber(&tao_fmod_number, this, target.Value);

        /// <summary>Remainder with the sign of the divisor.</summary>
        public Tensor remainder(Tensor target) => Call.Binary(&tao_remainder, this, target);

        /// <summary>Remainder with the sign of the divisor.</summary>
        public Tensor remainder(Scalar target) => Call.WithNumber(&tao_remainder_number, this, target.Value);

        /// <summary>Power.</summary>
        public Tensor pow(Tensor exponent) => Call.Binary(&tao_pow, this, exponent);

        /// <summary>Power.</summary>
        public Tensor pow(Scalar exponent) => Call.WithNumber(&tao_pow_number, this, exponent.Value);

        /// <summary>Power, in place.</summary>
        public Tensor pow_(Tensor exponent) => Call.BinaryInPlace(&tao_pow_, this, exponent);

        /// <summary>Power, in place.</summary>
        public Tensor pow_(Scalar exponent) => Call.WithNumberInPlace(&tao_pow_number_, this, exponent.Value);

        /// <summary>Angle of the point (other, this).</summary>
        public Tensor atan2(Tensor other) => Call.Binary(&tao_atan2, this, other);

        /// <summary>The greater element; not a number wins.</summary>
        public Tensor maximum(Tensor other) => Call.Binary(&tao_maximum, this, other);

        /// <summary>The smaller element; not a number wins.</summary>
        public Tensor minimum(Tensor other) => Call.Binary(&tao_minimum, this, other);

        /// <summary>The greater element; not a number loses.</summary>
        public Tensor fmax(Tensor other) => Call.Binary(&tao_fmax, this, other);

        /// <summary>The smaller element; not a number loses.</summary>
        public Tensor fmin(Tensor other) => Call.Binary(&tao_fmin, this, other);

        /// <summary>Limited to [min, max]; null leaves a side open.</summary>
        public Tensor clamp(Scalar? min = null, Scalar? max = null)
        {
            nint result;
            var status = tao_clamp(Raw, min?.Value ?? default, max?.Value ?? default, &result);
            GC.KeepAlive(this);
            return Call.Wrap(status, result);
        }

        /// <summary>Limited to [min, max]; null leaves a side open.</summary>
        public Tensor clamp(Tensor? min = null, Tensor? max = null) => Call.Ternary(&tao_clamp_tensor, this, min, max);

        /// <summary>Limited to [min, max] in place.</summary>
        public Tensor clamp_(Scalar? min = null, Scalar? max = null)
        {
            Call.Check(tao_clamp_(Raw, min?.Value ?? default, max?.Value ?? default));
            return this;
        }

        /// <summary>Limited to [min, max] in place.</summary>
        public Tensor clamp_(Tensor? min = null, Tensor? max = null) => Call.TernaryInPlace(&tao_clamp_tensor_, this, min, max);

        /// <summary>Limited to [min, max]; null leaves a side open.</summary>
        public Tensor clip(Scalar? min = null, Scalar? max = null) => clamp(min, max);

        /// <summary>Limited by min alone.</summary>
        public Tensor clamp_min(Scalar min) => Call.WithNumber(&tao_clamp_min_number, this, min.Value);

        /// <summary>Limited by max alone.</summary>
        public Tensor clamp_max(Scalar max) => Call.WithNumber(&tao_clamp_max_number, this, max.Value);

        /// <summary>this + weight * (end - this).</summary>
        public Tensor lerp(Tensor end, Tensor weight) => Call.Ternary(&tao_lerp, this, end, weight);

        /// <summary>this + weight * (end - this), in place.</summary>
        public Tensor lerp_(Tensor end, Tensor weight) => Call.TernaryInPlace(&tao_lerp_, this, end, weight);

        /// <summary>this + value * tensor1 * tensor2.</summary>
        public Tensor addcmul(Tensor tensor1, Tensor tensor2, Scalar value) => Fused(&tao_addcmul, tensor1, tensor2, value.Value);

        /// <summary>this + value * tensor1 * tensor2, in place.</summary>
        public Tensor addcmul_(Tensor tensor1, Tensor tensor2, Scalar value) => FusedInPlace(&tao_addcmul_, tensor1, tensor2, value.Value);

        /// <summary>this + value * tensor1 / tensor2.</summary>
        public Tensor addcdiv(Tensor tensor1, Tensor tensor2, Scalar value) => Fused(&tao_addcdiv, tensor1, tensor2, value.Value);

        /// <summary>this + value * tensor1 / tensor2, in place.</summary>
        public Tensor addcdiv_(Tensor tensor1, Tensor tensor2, Scalar value) => FusedInPlace(&tao_addcdiv_, tensor1, tensor2, value.Value);

        /// <summary>this + tensor1 / tensor2.</summary>
        public Tensor addcdiv(Tensor tensor1, Tensor tensor2) => Fused(&tao_addcdiv, tensor1, tensor2, 1L);

        /// <summary>this + tensor1 / tensor2, in place.</summary>
        public Tensor addcdiv_(Tensor tensor1, Tensor tensor2) => FusedInPlace(&tao_addcdiv_, tensor1, tensor2, 1L);

        /// <summary>Replaces not-a-number and, by default with the type's extremes, the infinities.</summary>
        public Tensor nan_to_num(double nan = 0, double? posinf = null, double? neginf = null)
        {
            nint result;
            var high = posinf.GetValueOrDefault();
            var low = neginf.GetValueOrDefault();
            var status = tao_nan_to_num(Raw, nan, posinf.HasValue ? &high : null, neginf.HasValue ? &low : null, &result);
            GC.KeepAlive(this);
            return Call.Wrap(status, result);
        }

        /// <summary>This where the condition holds, else y.</summary>
        public Tensor where(Tensor condition, Tensor y) => Call.Ternary(&tao_where, condition, this, y);

        internal Tensor Add(Tensor other, NativeNumber alpha)
        {
            nint result;
            var status = tao_add(Raw, other.Raw, alpha, &result);
            GC.KeepAlive(this);
            GC.KeepAlive(other);
            return Call.Wrap(status, result);
        }

        internal Tensor AddNumber(NativeNumber number, NativeNumber alpha)
        {
            nint result;
            var status = tao_add_number(Raw, number, alpha, &result);
            GC.KeepAlive(this);
            return Call.Wrap(status, result);
        }

        internal Tensor Div(NativeNumber number, RoundingMode mode)
        {
            nint result;
            var status = tao_div_number(Raw, number, (int)mode, &result);
            GC.KeepAlive(this);
            return Call.Wrap(status, result);
        }

        private Tensor AddInPlace(Tensor other, NativeNumber alpha)
        {
            Call.Check(tao_add_(Raw, other.Raw, alpha));
            GC.KeepAlive(other);
            return this;
        }

        private Tensor AddInPlace(NativeNumber number, NativeNumber alpha)
        {
            Call.Check(tao_add_number_(Raw, number, alpha));
            return this;
        }

        private Tensor Fused(delegate*<nint, nint, nint, NativeNumber, nint*, int> function, Tensor a, Tensor b, NativeNumber value)
        {
            nint result;
            var status = function(Raw, a.Raw, b.Raw, value, &result);
            GC.KeepAlive(this);
            GC.KeepAlive(a);
            GC.KeepAlive(b);
            return Call.Wrap(status, result);
        }

        private Tensor FusedInPlace(delegate*<nint, nint, nint, NativeNumber, int> function, Tensor a, Tensor b, NativeNumber value)
        {
            Call.Check(function(Raw, a.Raw, b.Raw, value));
            GC.KeepAlive(a);
            GC.KeepAlive(b);
            return this;
        }
    }
}
