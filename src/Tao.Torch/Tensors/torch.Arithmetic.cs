using TorchSharp.Native;
using static TorchSharp.Native.NativeMethods;

namespace TorchSharp;

public static unsafe partial class torch
{
    /// <summary>Sum.</summary>
    public static Tensor add(Tensor left, Tensor right) => left.add(right);

    /// <summary>Sum.</summary>
    public static Tensor add(Tensor left, Scalar right) => left.add(right);

    /// <summary>left + alpha * right.</summary>
    public static Tensor add(Tensor left, Tensor right, Scalar alpha) => left.add(right, alpha);

    /// <summary>left + alpha * right.</summary>
    public static Tensor add(Tensor left, Scalar right, Scalar alpha) => left.add(right, alpha);

    /// <summary>Difference.</summary>
    public static Tensor sub(Tensor left, Tensor right) => left.sub(right);

    /// <summary>Difference.</summary>
    public static Tensor sub(Tensor left, Scalar right) => left.sub(right);

    /// <summary>Product.</summary>
    public static Tensor mul(Tensor left, Tensor right) => left.mul(right);

    /// <summary>Product.</summary>
    public static Tensor mul(Tensor left, Scalar right) => left.mul(right);

    /// <summary>Quotient.</summary>
    public static Tensor div(Tensor left, Tensor right, RoundingMode rounding_mode = RoundingMode.None) => left.div(right, rounding_mode);

    /// <summary>Quotient.</summary>
    public static Tensor div(Tensor left, Scalar right, RoundingMode rounding_mode = RoundingMode.None) => left.div(right, rounding_mode);

    /// <summary>Power.</summary>
    public static Tensor pow(Tensor left, Tensor exponent) => left.pow(exponent);

    /// <summary>Power.</summary>
    public static Tensor pow(Tensor left, Scalar exponent) => left.pow(exponent);

    /// <summary>Limited to [min, max]; null leaves a side open.</summary>
    public static Tensor clamp(Tensor input, Scalar? min = null, Scalar? max = null) => input.clamp(min, max);

    /// <summary>Limited to [min, max]; null leaves a side open.</summary>
    public static Tensor clamp_(Tensor input, Scalar? min = null, Scalar? max = null) => input.clamp_(min, max);

    /// <summary>Limited to [min, max]; null leaves a side open.</summary>
    public static Tensor clamp(Tensor input, Tensor? min = null, Tensor? max = null) => input.clamp(min, max);

    /// <summary>Limited to [min, max]; null leaves a side open.</summary>
    public static Tensor clamp_(Tensor input, Tensor? min = null, Tensor? max = null) => input.clamp_(min, max);

    /// <summary>input + weight * (end - input).</summary>
    public static Tensor lerp(Tensor input, Tensor end, Tensor weight) => input.lerp(end, weight);

    /// <summary>input + value * tensor1 * tensor2.</summary>
    public static Tensor addcmul(Tensor input, Tensor tensor1, Tensor tensor2, Scalar value) => input.addcmul(tensor1, tensor2, value);

    /// <summary>input + value * tensor1 / tensor2.</summary>
    public static Tensor addcdiv(Tensor input, Tensor tensor1, Tensor tensor2, Scalar value) => input.addcdiv(tensor1, tensor2, value);

    /// <summary>Replaces not-a-number and the infinities.</summary>
    public static Tensor nan_to_num(Tensor input, double nan = 0, double? posinf = null, double? neginf = null) => input.nan_to_num(nan, posinf, neginf);

    /// <summary>x where the condition holds, else y.</summary>
    public static Tensor where(Tensor condition, Tensor x, Tensor y) => x.where(condition, y);

    /// <summary>Indices where the condition holds, one tensor per dimension.</summary>
    public static Tensor[] where(Tensor condition) => [.. condition.nonzero_as_list()];

    /// <summary>How a quotient is rounded.</summary>
    public enum RoundingMode
    {
        /// <summary>Not at all.</summary>
        None = 0,

        /// <summary>Towards zero.</summary>
        trunc = 1,

        /// <summary>Down.</summary>
        floor = 2,
    }
}
