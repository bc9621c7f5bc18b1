// Recurrent layers. `weights` lists, per layer and direction: input-hidden, hidden-hidden and, with biases, both biases.
#include "core.h"

using tao::list;

TAO_API int tao_lstm(Handle x, const Handle* states, const Handle* weights, int weight_count, int biases, int64_t layers, double dropout,
                     int training, int bidirectional, int batch_first, Handle* output, Handle* hidden, Handle* cell) {
    return guard([&] {
        auto found = at::lstm(ref(x), list(states, 2), list(weights, weight_count), biases != 0, layers, dropout, training != 0,
                              bidirectional != 0, batch_first != 0);
        *output = own(std::get<0>(found));
        *hidden = own(std::get<1>(found));
        *cell = own(std::get<2>(found));
    });
}

TAO_API int tao_gru(Handle x, Handle state, const Handle* weights, int weight_count, int biases, int64_t layers, double dropout, int training,
                    int bidirectional, int batch_first, Handle* output, Handle* hidden) {
    return guard([&] {
        auto found = at::gru(ref(x), ref(state), list(weights, weight_count), biases != 0, layers, dropout, training != 0, bidirectional != 0,
                             batch_first != 0);
        *output = own(std::get<0>(found));
        *hidden = own(std::get<1>(found));
    });
}
