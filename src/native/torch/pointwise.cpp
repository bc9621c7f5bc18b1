// Element by element.
#include "core.h"

TAO_UNARY(exp) TAO_UNARY(log) TAO_UNARY(log2) TAO_UNARY(log10) TAO_UNARY(log1p) TAO_UNARY(expm1)
TAO_UNARY(sqrt) TAO_UNARY(rsqrt) TAO_UNARY(reciprocal) TAO_UNARY(square) TAO_UNARY(abs) TAO_UNARY(sign) TAO_UNARY(neg)
TAO_UNARY(sin) TAO_UNARY(cos) TAO_UNARY(tan) TAO_UNARY(asin) TAO_UNARY(acos) TAO_UNARY(atan) TAO_UNARY(sinh) TAO_UNARY(cosh)
TAO_UNARY(tanh) TAO_UNARY(sigmoid) TAO_UNARY(floor) TAO_UNARY(ceil) TAO_UNARY(trunc) TAO_UNARY(frac) TAO_UNARY(erf)
TAO_UNARY(isnan) TAO_UNARY(isinf) TAO_UNARY(isfinite) TAO_UNARY(logical_not) TAO_UNARY(bitwise_not)

TAO_UNARY_INPLACE(exp) TAO_UNARY_INPLACE(log) TAO_UNARY_INPLACE(sqrt) TAO_UNARY_INPLACE(rsqrt) TAO_UNARY_INPLACE(abs) TAO_UNARY_INPLACE(neg)
TAO_UNARY_INPLACE(sigmoid) TAO_UNARY_INPLACE(tanh) TAO_UNARY_INPLACE(floor) TAO_UNARY_INPLACE(ceil) TAO_UNARY_INPLACE(sign)

TAO_BINARY(mul) TAO_BINARY(pow) TAO_BINARY(fmod) TAO_BINARY(remainder) TAO_BINARY(atan2) TAO_BINARY(floor_divide)
TAO_BINARY(maximum) TAO_BINARY(minimum) TAO_BINARY(fmax) TAO_BINARY(fmin)
TAO_BINARY(logical_and) TAO_BINARY(logical_or) TAO_BINARY(logical_xor) TAO_BINARY(bitwise_and) TAO_BINARY(bitwise_or) TAO_BINARY(bitwise_xor)
TAO_BINARY(eq) TAO_BINARY(ne) TAO_BINARY(lt) TAO_BINARY(le) TAO_BINARY(gt) TAO_BINARY(ge)

TAO_BINARY_INPLACE(mul) TAO_BINARY_INPLACE(pow)

TAO_WITH_NUMBER(pow) TAO_WITH_NUMBER(fmod) TAO_WITH_NUMBER(remainder) TAO_WITH_NUMBER(floor_divide) TAO_WITH_NUMBER(mul)
TAO_WITH_NUMBER(eq) TAO_WITH_NUMBER(ne) TAO_WITH_NUMBER(lt) TAO_WITH_NUMBER(le) TAO_WITH_NUMBER(gt) TAO_WITH_NUMBER(ge)
TAO_WITH_NUMBER(clamp_min) TAO_WITH_NUMBER(clamp_max)
TAO_WITH_NUMBER_INPLACE(mul) TAO_WITH_NUMBER_INPLACE(pow) TAO_WITH_NUMBER_INPLACE(clamp_min) TAO_WITH_NUMBER_INPLACE(clamp_max)

TAO_API int tao_add(Handle x, Handle y, Number alpha, Handle* result) {
    return guard([&] { *result = own(at::add(ref(x), ref(y), scalar(alpha))); });
}
TAO_API int tao_add_(Handle x, Handle y, Number alpha) { return guard([&] { mut(x).add_(ref(y), scalar(alpha)); }); }
TAO_API int tao_add_number(Handle x, Number y, Number alpha, Handle* result) {
    return guard([&] { *result = own(at::add(ref(x), scalar(y), scalar(alpha))); });
}
TAO_API int tao_add_number_(Handle x, Number y, Number alpha) { return guard([&] { mut(x).add_(scalar(y), scalar(alpha)); }); }
TAO_API int tao_sub(Handle x, Handle y, Handle* result) { return guard([&] { *result = own(at::sub(ref(x), ref(y))); }); }
TAO_API int tao_sub_(Handle x, Handle y) { return guard([&] { mut(x).sub_(ref(y)); }); }
TAO_API int tao_sub_number(Handle x, Number y, Handle* result) { return guard([&] { *result = own(at::sub(ref(x), scalar(y))); }); }
TAO_API int tao_sub_number_(Handle x, Number y) { return guard([&] { mut(x).sub_(scalar(y)); }); }
TAO_API int tao_rsub_number(Handle x, Number y, Handle* result) { return guard([&] { *result = own(at::rsub(ref(x), scalar(y))); }); }

namespace {
tao::Optional<tao::StringView> rounding(int mode) {
    if (mode == 1) return tao::StringView("trunc");
    if (mode == 2) return tao::StringView("floor");
    return {};
}
}  // namespace

TAO_API int tao_div(Handle x, Handle y, int mode, Handle* result) {
    return guard([&] { *result = own(at::div(ref(x), ref(y), rounding(mode))); });
}
TAO_API int tao_div_(Handle x, Handle y, int mode) { return guard([&] { mut(x).div_(ref(y), rounding(mode)); }); }
TAO_API int tao_div_number(Handle x, Number y, int mode, Handle* result) {
    return guard([&] { *result = own(at::div(ref(x), scalar(y), rounding(mode))); });
}
TAO_API int tao_div_number_(Handle x, Number y, int mode) { return guard([&] { mut(x).div_(scalar(y), rounding(mode)); }); }
TAO_API int tao_rdiv_number(Handle x, Number y, Handle* result) {
    return guard([&] { *result = own(at::mul(at::reciprocal(ref(x)), scalar(y))); });
}
TAO_API int tao_number_pow(Number x, Handle y, Handle* result) { return guard([&] { *result = own(at::pow(scalar(x), ref(y))); }); }

TAO_API int tao_round(Handle x, int64_t decimals, Handle* result) {
    return guard([&] { *result = own(decimals == 0 ? at::round(ref(x)) : at::round(ref(x), decimals)); });
}
TAO_API int tao_clamp(Handle x, Number low, Number high, Handle* result) {
    return guard([&] { *result = own(at::clamp(ref(x), maybe(low), maybe(high))); });
}
TAO_API int tao_clamp_(Handle x, Number low, Number high) { return guard([&] { mut(x).clamp_(maybe(low), maybe(high)); }); }
TAO_API int tao_clamp_tensor(Handle x, Handle low, Handle high, Handle* result) {
    return guard([&] { *result = own(at::clamp(ref(x), maybe(low), maybe(high))); });
}
TAO_API int tao_clamp_tensor_(Handle x, Handle low, Handle high) { return guard([&] { mut(x).clamp_(maybe(low), maybe(high)); }); }
namespace {
// A number given as a weight arrives as a double tensor without dimensions, which lerp does not promote as other operators do.
at::Tensor weight_for(const at::Tensor& x, const at::Tensor& weight) { return weight.dim() == 0 ? weight.to(x.scalar_type()) : weight; }
}  // namespace

TAO_API int tao_lerp(Handle x, Handle end, Handle weight, Handle* result) {
    return guard([&] { *result = own(at::lerp(ref(x), ref(end), weight_for(ref(x), ref(weight)))); });
}
TAO_API int tao_lerp_(Handle x, Handle end, Handle weight) {
    return guard([&] { mut(x).lerp_(ref(end), weight_for(ref(x), ref(weight))); });
}
TAO_API int tao_addcmul(Handle x, Handle a, Handle b, Number value, Handle* result) {
    return guard([&] { *result = own(at::addcmul(ref(x), ref(a), ref(b), scalar(value))); });
}
TAO_API int tao_addcmul_(Handle x, Handle a, Handle b, Number value) { return guard([&] { mut(x).addcmul_(ref(a), ref(b), scalar(value)); }); }
TAO_API int tao_addcdiv(Handle x, Handle a, Handle b, Number value, Handle* result) {
    return guard([&] { *result = own(at::addcdiv(ref(x), ref(a), ref(b), scalar(value))); });
}
TAO_API int tao_addcdiv_(Handle x, Handle a, Handle b, Number value) { return guard([&] { mut(x).addcdiv_(ref(a), ref(b), scalar(value)); }); }
TAO_API int tao_nan_to_num(Handle x, double nan, const double* posinf, const double* neginf, Handle* result) {
    using Real = tao::Optional<double>;
    return guard([&] { *result = own(at::nan_to_num(ref(x), nan, posinf ? Real(*posinf) : Real(), neginf ? Real(*neginf) : Real())); });
}
TAO_API int tao_isclose(Handle x, Handle y, double rtol, double atol, int equal_nan, Handle* result) {
    return guard([&] { *result = own(at::isclose(ref(x), ref(y), rtol, atol, equal_nan != 0)); });
}
TAO_API int tao_allclose(Handle x, Handle y, double rtol, double atol, int equal_nan, int* result) {
    return guard([&] { *result = at::allclose(ref(x), ref(y), rtol, atol, equal_nan != 0); });
}
TAO_API int tao_equal(Handle x, Handle y, int* result) { return guard([&] { *result = at::equal(ref(x), ref(y)); }); }
TAO_API int tao_where(Handle condition, Handle x, Handle y, Handle* result) {
    return guard([&] { *result = own(at::where(ref(condition), ref(x), ref(y))); });
}
