// Losses. `reduction` is libtorch's own numbering: 0 none, 1 mean, 2 sum.
#include "core.h"

TAO_API int tao_cross_entropy(Handle x, Handle target, Handle weight, int64_t reduction, int64_t ignore_index, double smoothing, Handle* result) {
    return guard([&] { *result = own(at::cross_entropy_loss(ref(x), ref(target), maybe(weight), reduction, ignore_index, smoothing)); });
}
TAO_API int tao_nll_loss(Handle x, Handle target, Handle weight, int64_t reduction, Handle* result) {
    return guard([&] { *result = own(at::nll_loss_nd(ref(x), ref(target), maybe(weight), reduction)); });
}
TAO_API int tao_binary_cross_entropy(Handle x, Handle target, Handle weight, int64_t reduction, Handle* result) {
    return guard([&] { *result = own(at::binary_cross_entropy(ref(x), ref(target), maybe(weight), reduction)); });
}
TAO_API int tao_bce_with_logits(Handle x, Handle target, Handle weight, Handle positive_weight, int64_t reduction, Handle* result) {
    return guard([&] {
        *result = own(at::binary_cross_entropy_with_logits(ref(x), ref(target), maybe(weight), maybe(positive_weight), reduction));
    });
}
TAO_API int tao_mse_loss(Handle x, Handle target, int64_t reduction, Handle* result) {
    return guard([&] { *result = own(at::mse_loss(ref(x), ref(target), reduction)); });
}
TAO_API int tao_l1_loss(Handle x, Handle target, int64_t reduction, Handle* result) {
    return guard([&] { *result = own(at::l1_loss(ref(x), ref(target), reduction)); });
}
TAO_API int tao_smooth_l1_loss(Handle x, Handle target, int64_t reduction, double beta, Handle* result) {
    return guard([&] { *result = own(at::smooth_l1_loss(ref(x), ref(target), reduction, beta)); });
}
TAO_API int tao_huber_loss(Handle x, Handle target, int64_t reduction, double delta, Handle* result) {
    return guard([&] { *result = own(at::huber_loss(ref(x), ref(target), reduction, delta)); });
}
TAO_API int tao_kl_div(Handle x, Handle target, int64_t reduction, int log_target, Handle* result) {
    return guard([&] { *result = own(at::kl_div(ref(x), ref(target), reduction, log_target != 0)); });
}
TAO_API int tao_ctc_loss(Handle log_probs, Handle targets, Handle input_lengths, Handle target_lengths, int64_t blank, int64_t reduction,
                         int zero_infinity, Handle* result) {
    return guard([&] {
        *result = own(at::ctc_loss(ref(log_probs), ref(targets), ref(input_lengths), ref(target_lengths), blank, reduction, zero_infinity != 0));
    });
}
TAO_API int tao_cosine_similarity(Handle x, Handle y, int64_t dim, double eps, Handle* result) {
    return guard([&] { *result = own(at::cosine_similarity(ref(x), ref(y), dim, eps)); });
}
TAO_API int tao_cosine_embedding_loss(Handle x, Handle y, Handle target, double margin, int64_t reduction, Handle* result) {
    return guard([&] { *result = own(at::cosine_embedding_loss(ref(x), ref(y), ref(target), margin, reduction)); });
}
TAO_API int tao_margin_ranking_loss(Handle x, Handle y, Handle target, double margin, int64_t reduction, Handle* result) {
    return guard([&] { *result = own(at::margin_ranking_loss(ref(x), ref(y), ref(target), margin, reduction)); });
}
TAO_API int tao_triplet_margin_loss(Handle anchor, Handle positive, Handle negative, double margin, double p, double eps, int swap,
                                    int64_t reduction, Handle* result) {
    return guard([&] {
        *result = own(at::triplet_margin_loss(ref(anchor), ref(positive), ref(negative), margin, p, eps, swap != 0, reduction));
    });
}
TAO_API int tao_pairwise_distance(Handle x, Handle y, double p, double eps, int keepdim, Handle* result) {
    return guard([&] { *result = own(at::pairwise_distance(ref(x), ref(y), p, eps, keepdim != 0)); });
}
