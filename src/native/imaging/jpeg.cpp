// JPEG through libjpeg itself: scaled decoding in steps of 1/8, and every warning seen instead of printed.
#include "status.h"

#include <csetjmp>
#include <cstdio>
#include <vector>

#include <jpeglib.h>
#include <jerror.h>

namespace {

struct ErrorState {
    jpeg_error_mgr base; // first: libjpeg hands back a pointer to it
    jmp_buf escape;
    const uint8_t* data;
    unsigned long size;
    int damage;          // the first warning that means lost pixels, 0 if none
    char message[JMSG_LENGTH_MAX];
};

ErrorState& state_of(j_common_ptr info) {
    return *reinterpret_cast<ErrorState*>(info->err);
}

// Warnings about stray bytes between segments or odd marker contents lose no pixel; these do.
bool loses_pixels(int code) {
    switch (code) {
    case JWRN_JPEG_EOF:
    case JWRN_HIT_MARKER:
    case JWRN_HUFF_BAD_CODE:
    case JWRN_MUST_RESYNC:
    case JWRN_ARITH_BAD_CODE:
        return true;
    default:
        return false;
    }
}

void on_message(j_common_ptr info, int level) {
    ErrorState& state = state_of(info);
    if (level >= 0 || state.damage != 0 || !loses_pixels(info->err->msg_code))
        return;
    state.damage = info->err->msg_code;
    (*info->err->format_message)(info, state.message);
}

void on_error(j_common_ptr info) {
    ErrorState& state = state_of(info);
    (*info->err->format_message)(info, state.message);
    std::longjmp(state.escape, 1);
}

void no_output(j_common_ptr) {}

// CMYK and YCCK files hold inverted inks (Adobe's convention, which PIL and the browsers assume for every four-channel file),
// so a stored value is the share of light that passes: R = C * K / 255.
void cmyk_to_pixels(const uint8_t* from, uint8_t* to, int width, int channels) {
    for (int x = 0; x < width; ++x, from += 4, to += channels) {
        const int k = from[3];
        const int r = (from[0] * k + 127) / 255, g = (from[1] * k + 127) / 255, b = (from[2] * k + 127) / 255;
        if (channels == 3) {
            to[0] = static_cast<uint8_t>(r);
            to[1] = static_cast<uint8_t>(g);
            to[2] = static_cast<uint8_t>(b);
        } else {
            to[0] = static_cast<uint8_t>((19595 * r + 38470 * g + 7471 * b + 32768) >> 16); // ITU-R BT.601 luma, as libjpeg's Y
        }
    }
}

// Plain C inside: longjmp may not skip destructors, so nothing here has one (`row` belongs to the caller).
int32_t decode(jpeg_decompress_struct& info, ErrorState& state, int eighths, const TaoPixels& out, uint8_t* row) {
    if (setjmp(state.escape))
        return TAO_CORRUPT;
    jpeg_create_decompress(&info);
    jpeg_mem_src(&info, state.data, state.size);
    jpeg_read_header(&info, TRUE);
    const bool inks = info.num_components == 4;
    info.out_color_space = inks ? JCS_CMYK : out.channels == 1 ? JCS_GRAYSCALE : JCS_RGB;
    info.scale_num = static_cast<unsigned>(eighths);
    info.scale_denom = 8;
    jpeg_start_decompress(&info);
    if (static_cast<int>(info.output_width) != out.width || static_cast<int>(info.output_height) != out.height)
        return TAO_INVALID_ARGUMENT;
    const size_t stride = static_cast<size_t>(out.width) * out.channels;
    while (info.output_scanline < info.output_height) {
        uint8_t* target = out.data + info.output_scanline * stride;
        JSAMPROW line = inks ? row : target;
        if (jpeg_read_scanlines(&info, &line, 1) == 1 && inks)
            cmyk_to_pixels(row, target, out.width, out.channels);
    }
    jpeg_finish_decompress(&info);
    if (state.damage == 0)
        return TAO_OK;
    return state.damage == JWRN_JPEG_EOF ? TAO_TRUNCATED : TAO_CORRUPT;
}

} // namespace

TAO_API int32_t tao_imaging_decode_jpeg(const uint8_t* data, int64_t size, int32_t eighths, const TaoPixels* out) {
    return tao::guarded([&]() -> int32_t {
        if (!data || size <= 0 || eighths < 1 || eighths > 8 || !tao::valid(out))
            return tao::fail(TAO_INVALID_ARGUMENT, "decode_jpeg: bad argument");
        std::vector<uint8_t> row(static_cast<size_t>(out->width) * 4);
        jpeg_decompress_struct info{};
        ErrorState state{};
        info.err = jpeg_std_error(&state.base);
        state.base.error_exit = on_error;
        state.base.emit_message = on_message;
        state.base.output_message = no_output;
        state.data = data;
        state.size = static_cast<unsigned long>(size);
        const int32_t status = decode(info, state, eighths, *out, row.data());
        jpeg_destroy_decompress(&info);
        return status == TAO_OK ? TAO_OK : tao::fail(static_cast<TaoStatus>(status), state.message);
    });
}
