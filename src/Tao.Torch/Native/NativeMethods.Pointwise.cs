using System.Runtime.InteropServices;

namespace TorchSharp.Native;

internal static unsafe partial class NativeMethods
{
    [LibraryImport(Library)]
    internal static partial int tao_exp(nint x, nint* result);

    [LibraryImport(Library)]
    internal static partial int tao_log(nint x, nint* result);

    [LibraryImport(Library)]
    internal static partial int tao_log2(nint x, nint* result);

    [LibraryImport(Library)]
    internal static partial int tao_log10(nint x, nint* result);

    [LibraryImport(Library)]
    internal static partial int tao_log1p(nint x, nint* result);

    [LibraryImport(Library)]
    internal static partial int tao_expm1(nint x, nint* result);

    [LibraryImport(Library)]
    internal static partial int tao_sqrt(nint x, nint* result);

    [LibraryImport(Library)]
    internal static partial int tao_rsqrt(nint x, nint* result);

    [LibraryImport(Library)]
    internal static partial int tao_reciprocal(nint x, nint* result);

    [LibraryImport(Library)]
    internal static partial int tao_square(nint x, nint* result);

    [LibraryImport(Library)]
    internal static partial int tao_abs(nint x, nint* result);

    [LibraryImport(Library)]
    internal static partial int tao_sign(nint x, nint* result);

    [LibraryImport(Library)]
    internal static partial int tao_neg(nint x, nint* result);

    [LibraryImport(Library)]
    internal static partial int tao_sin(nint x, nint* result);

    [LibraryImport(Library)]
    internal static partial int tao_cos(nint x, nint* result);

    [LibraryImport(Library)]
    internal static partial int tao_tan(nint x, nint* result);

    [LibraryImport(Library)]
    internal static partial int tao_asin(nint x, nint* result);

    [LibraryImport(Library)]
    internal static partial int tao_acos(nint x, nint* result);

    [LibraryImport(Library)]
    internal static partial int tao_atan(nint x, nint* result);

    [LibraryImport(Library)]
    internal static partial int tao_sinh(nint x, nint* result);

    [LibraryImport(Library)]
    internal static partial int tao_cosh(nint x, nint* result);

    [LibraryImport(Library)]
    internal static partial int tao_tanh(nint x, nint* result);

    [LibraryImport(Library)]
    internal static partial int tao_sigmoid(nint x, nint* result);

    [LibraryImport(Library)]
    internal static partial int tao_floor(nint x, nint* result);

    [LibraryImport(Library)]
    internal static partial int tao_ceil(nint x, nint* result);

    [LibraryImport(Library)]
    internal static partial int tao_trunc(nint x, nint* result);

    [LibraryImport(Library)]
    internal static partial int tao_frac(nint x, nint* result);

    [LibraryImport(Library)]
    internal static partial int tao_erf(nint x, nint* result);

    [LibraryImport(Library)]
    internal static partial int tao_isnan(nint x, nint* result);

    [LibraryImport(Library)]
    internal static partial int tao_isinf(nint x, nint* result);

    [LibraryImport(Library)]
    internal static partial int tao_isfinite(nint x, nint* result);

    [LibraryImport(Library)]
    internal static partial int tao_logical_not(nint x, nint* result);

    [LibraryImport(Library)]
    internal static partial int tao_bitwise_not(nint x, nint* result);

    [LibraryImport(Library)]
    internal static partial int tao_exp_(nint x);

    [LibraryImport(Library)]
    internal static partial int tao_log_(nint x);

    [LibraryImport(Library)]
    internal static partial int tao_sqrt_(nint x);

    [LibraryImport(Library)]
    internal static partial int tao_rsqrt_(nint x);

    [LibraryImport(Library)]
    internal static partial int tao_abs_(nint x);

    [LibraryImport(Library)]
    internal static partial int tao_neg_(nint x);

    [LibraryImport(Library)]
    internal static partial int tao_sigmoid_(nint x);

    [LibraryImport(Library)]
    internal static partial int tao_tanh_(nint x);

    [LibraryImport(Library)]
    internal static partial int tao_floor_(nint x);

    [LibraryImport(Library)]
    internal static partial int tao_ceil_(nint x);

    [LibraryImport(Library)]
    internal static partial int tao_sign_(nint x);

    [LibraryImport(Library)]
    internal static partial int tao_mul(nint x, nint y, nint* result);

    [LibraryImport(Library)]
    internal static partial int tao_pow(nint x, nint y, nint* result);

    [LibraryImport(Library)]
    internal static partial int tao_fmod(nint x, nint y, nint* result);

    [LibraryImport(Library)]
    internal static partial int tao_remainder(nint x, nint y, nint* result);

    [LibraryImport(Library)]
    internal static partial int tao_atan2(nint x, nint y, nint* result);

    [LibraryImport(Library)]
    internal static partial int tao_floor_divide(nint x, nint y, nint* result);

    [LibraryImport(Library)]
    internal static partial int tao_maximum(nint x, nint y, nint* result);

    [LibraryImport(Library)]
    internal static partial int tao_minimum(nint x, nint y, nint* result);

    [LibraryImport(Library)]
    internal static partial int tao_fmax(nint x, nint y, nint* result);

    [LibraryImport(Library)]
    internal static partial int tao_fmin(nint x, nint y, nint* result);

    [LibraryImport(Library)]
    internal static partial int tao_logical_and(nint x, nint y, nint* result);

    [LibraryImport(Library)]
    internal static partial int tao_logical_or(nint x, nint y, nint* result);

    [LibraryImport(Library)]
    internal static partial int tao_logical_xor(nint x, nint y, nint* result);

    [LibraryImport(Library)]
    internal static partial int tao_bitwise_and(nint x, nint y, nint* result);

    [LibraryImport(Library)]
    internal static partial int tao_bitwise_or(nint x, nint y, nint* result);

    [LibraryImport(Library)]
    internal static partial int tao_bitwise_xor(nint x, nint y, nint* result);

    [LibraryImport(Library)]
    internal static partial int tao_eq(nint x, nint y, nint* result);

    [LibraryImport(Library)]
    internal static partial int tao_ne(nint x, nint y, nint* result);

    [LibraryImport(Library)]
    internal static partial int tao_lt(nint x, nint y, nint* result);

    [LibraryImport(Library)]
    internal static partial int tao_le(nint x, nint y, nint* result);

    [LibraryImport(Library)]
    internal static partial int tao_gt(nint x, nint y, nint* result);

    [LibraryImport(Library)]
    internal static partial int tao_ge(nint x, nint y, nint* result);

    [LibraryImport(Library)]
    internal static partial int tao_mul_(nint x, nint y);

    [LibraryImport(Library)]
    internal static partial int tao_pow_(nint x, nint y);

    [LibraryImport(Library)]
    internal static partial int tao_pow_number(nint x, NativeNumber y, nint* result);

    [LibraryImport(Library)]
    internal static partial int tao_fmod_number(nint x, NativeNumber y, nint* result);

    [LibraryImport(Library)]
    internal static partial int tao_remainder_number(nint x, NativeNumber y, nint* result);

    [LibraryImport(Library)]
    internal static partial int tao_floor_divide_number(nint x, NativeNumber y, nint* result);

    [LibraryImport(Library)]
    internal static partial int tao_mul_number(nint x, NativeNumber y, nint* result);

    [LibraryImport(Library)]
    internal static partial int tao_eq_number(nint x, NativeNumber y, nint* result);

    [LibraryImport(Library)]
    internal static partial int tao_ne_number(nint x, NativeNumber y, nint* result);

    [LibraryImport(Library)]
    internal static partial int tao_lt_number(nint x, NativeNumber y, nint* result);

    [LibraryImport(Library)]
    internal static partial int tao_le_number(nint x, NativeNumber y, nint* result);

    [LibraryImport(Library)]
    internal static partial int tao_gt_number(nint x, NativeNumber y, nint* result);

    [LibraryImport(Library)]
    internal static partial int tao_ge_number(nint x, NativeNumber y, nint* result);

    [LibraryImport(Library)]
    internal static partial int tao_clamp_min_number(nint x, NativeNumber y, nint* result);

    [LibraryImport(Library)]
    internal static partial int tao_clamp_max_number(nint x, NativeNumber y, nint* result);

    [LibraryImport(Library)]
    internal static partial int tao_mul_number_(nint x, NativeNumber y);

    [LibraryImport(Library)]
    internal static partial int tao_pow_number_(nint x, NativeNumber y);

    [LibraryImport(Library)]
    internal static partial int tao_clamp_min_number_(nint x, NativeNumber y);

    [LibraryImport(Library)]
    internal static partial int tao_clamp_max_number_(nint x, NativeNumber y);

    [LibraryImport(Library)]
    internal static partial int tao_add(nint x, nint y, NativeNumber alpha, nint* result);

    [LibraryImport(Library)]
    internal static partial int tao_add_(nint x, nint y, NativeNumber alpha);

    [LibraryImport(Library)]
    internal static partial int tao_add_number(nint x, NativeNumber y, NativeNumber alpha, nint* result);

    [LibraryImport(Library)]
    internal static partial int tao_add_number_(nint x, NativeNumber y, NativeNumber alpha);

    [LibraryImport(Library)]
    internal static partial int tao_sub(nint x, nint y, nint* result);

    [LibraryImport(Library)]
    internal static partial int tao_sub_(nint x, nint y);

    [LibraryImport(Library)]
    internal static partial int tao_sub_number(nint x, NativeNumber y, nint* result);

    [LibraryImport(Library)]
    internal static partial int tao_sub_number_(nint x, NativeNumber y);

    [LibraryImport(Library)]
    internal static partial int tao_rsub_number(nint x, NativeNumber y, nint* result);

    [LibraryImport(Library)]
    internal static partial int tao_div(nint x, nint y, int mode, nint* result);

    [LibraryImport(Library)]
    internal static partial int tao_div_(nint x, nint y, int mode);

    [LibraryImport(Library)]
    internal static partial int tao_div_number(nint x, NativeNumber y, int mode, nint* result);

    [LibraryImport(Library)]
    internal static partial int tao_div_number_(nint x, NativeNumber y, int mode);

    [LibraryImport(Library)]
    internal static partial int tao_rdiv_number(nint x, NativeNumber y, nint* result);

    [LibraryImport(Library)]
    internal static partial int tao_number_pow(NativeNumber x, nint y, nint* result);

    [LibraryImport(Library)]
    internal static partial int tao_round(nint x, long decimals, nint* result);

    [LibraryImport(Library)]
    internal static partial int tao_clamp(nint x, NativeNumber low, NativeNumber high, nint* result);

    [LibraryImport(Library)]
    internal static partial int tao_clamp_(nint x, NativeNumber low, NativeNumber high);

    [LibraryImport(Library)]
    internal static partial int tao_clamp_tensor(nint x, nint low, nint high, nint* result);

    [LibraryImport(Library)]
    internal static partial int tao_clamp_tensor_(nint x, nint low, nint high);

    [LibraryImport(Library)]
    internal static partial int tao_lerp(nint x, nint end, nint weight, nint* result);

    [LibraryImport(Library)]
    internal static partial int tao_lerp_(nint x, nint end, nint weight);

    [LibraryImport(Library)]
    internal static partial int tao_addcmul(nint x, nint a, nint b, NativeNumber value, nint* result);

    [LibraryImport(Library)]
    internal static partial int tao_addcmul_(nint x, nint a, nint b, NativeNumber value);

    [LibraryImport(Library)]
    internal static partial int tao_addcdiv(nint x, nint a, nint b, NativeNumber value, nint* result);

    [LibraryImport(Library)]
    internal static partial int tao_addcdiv_(nint x, nint a, nint b, NativeNumber value);

    [LibraryImport(Library)]
    internal static partial int tao_nan_to_num(nint x, double nan, double* posinf, double* neginf, nint* result);

    [LibraryImport(Library)]
    internal static partial int tao_isclose(nint x, nint y, double rtol, double atol, int equalNan, nint* result);

    [LibraryImport(Library)]
    internal static partial int tao_allclose(nint x, nint y, double rtol, double atol, int equalNan, int* result);

    [LibraryImport(Library)]
    internal static partial int tao_equal(nint x, nint y, int* result);

    [LibraryImport(Library)]
    internal static partial int tao_where(nint condition, nint x, nint y, nint* result);
}
